import { cardsIn, hasRegistrationCheck, maskCard, readCard, withoutCards } from '../../../domain/identity-card';
import { checkCodeCell } from '../../../domain/registers/check-code-cell';
import { ObjectEdit } from '../../../domain/registers/object-edit';
import { InspectorEdit } from '../../../domain/registers/inspector-edit';

const today = '2026-11-30';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A number with the right check character for these 17 digits. */
const card = (body: string) =>
  body + '10X98765432'.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(body.charAt(at)), 0) % 11);
/** A registration number with its right check digit for these 14 digits, or with a wrong one. */
const registration = (body: string, right = true) =>
  [...'0123456789'].map((digit) => body + digit).find((number) => hasRegistrationCheck(number) === right) ?? '';

test.each([
  ['320723189912310028', 'certain'],
  [card('32072318991231002'), 'certain'],
  [card('11010519491231002'), 'certain'],
  [card('32072320261130001'), 'certain'],
  [card('32072320261201001'), 'no'],
  [card('32072318791231001'), 'no'],
  [card('32072318800101001'), 'certain'],
  [card('32072319990229001'), 'no'],
  [card('99072319990228001'), 'no'],
  [card('83000019900101001'), 'certain'],
  ['320723189912310029', 'no'],
  ['91320723MARW01059W', 'no'],
  [registration('32072399123100', false), 'certain'],
  [registration('32072399123100'), 'possible'],
  [registration('32072300001234'), 'no'],
  [registration('32072300001234', false), 'no'],
  ['320723000012345', 'no'],
  ['32072399123100', 'no'],
])('%s is read as %s', (number, reading) => expect(readCard(number, today)).toBe(reading));

test('a 15-digit number that fits both is asked about, one that is only a card is refused, another taken', () => {
  expect(checkCodeCell(registration('32072399123100'), today)).toMatchObject({
    value: { registrationNo: expect.any(String) as string },
    finding: { severity: 'question' },
  });
  expect(checkCodeCell(registration('32072399123100', false), today).value).toBeUndefined();
  expect(checkCodeCell('320723000012345', today).finding?.severity).toBe('warning');
});

test.each([
  '320723189912310028',
  '３２０７２３１８９９１２３１００２８',
  '32072318991231001x',
  '320723 1899 1231 0028',
  '320723-18991231-0028',
])('%s is found however it is written', (written) => {
  expect(readCard(written, today)).toBe('certain');
  expect(checkCodeCell(written, today).value).toBeUndefined();
  expect(ObjectEdit.safeParse({ uscc: written }).success).toBe(false);
  expect(ObjectEdit.safeParse({ registrationNo: written }).success).toBe(false);
  expect(ObjectEdit.safeParse({ licences: [{ name: '许可证', no: written }] }).success).toBe(false);
  expect(InspectorEdit.safeParse({ certificates: [{ no: written, expiresOn: '2030-01-01' }] }).success).toBe(false);
});

test('numbers in a text are found and masked, others left', () => {
  const text = '经营者（身份证320723189912310028，电话051888810000）更名；９１３２０７２３MARW01059W';
  expect(cardsIn(text)).toEqual(['320723189912310028']);
  expect(withoutCards(text)).toBe(text.replace('320723189912310028', '320723************'));
  expect(withoutCards('３２０７２３１８９９１２３１００２８')).toBe('320723************');
  expect(cardsIn('流水号1320723189912310028')).toEqual([]);
  expect(maskCard('320723991231003')).toBe('320723*********');
});
