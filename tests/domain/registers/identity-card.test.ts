import {
  cardsIn,
  carriesCard,
  hasRegistrationCheck,
  maskCard,
  masked,
  readCard,
  withoutCards,
} from '../../../domain/identity-card';
import { Scheme } from '../../../domain/joint-check/scheme';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { withdrawPublication } from '../../../domain/visit/acts/withdraw-publication';
import { checkCodeCell } from '../../../domain/registers/check-code-cell';
import type { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { AccountChange } from '../../../domain/registers/account-edit';
import { checkStaffNo } from '../../../domain/registers/check-inspector-cells';
import { DepartmentEdit } from '../../../domain/registers/department-edit';
import { ItemChange } from '../../../domain/registers/item-change';
import { ImportTag, ObjectEdit } from '../../../domain/registers/object-edit';
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
  expect(checkStaffNo(written).value).toBeUndefined();
  const inText = `经营者${written}（本人）`;
  expect(cardsIn(inText)).toHaveLength(1);
  expect(withoutCards(inText)).toBe('经营者320723************（本人）');
});

test.each([
  '320723/18991231/0028',
  '320723，18991231，0028',
  '320723（18991231）0028',
  '320723:18991231:0028',
  '320723*18991231*0028',
  '320723｜18991231｜0028',
  '320723・18991231・0028',
  '32072318991231001Х',
  '32072318991231001χ',
  '32072318991231001×',
  '32072318991231001（X',
  '٣٢٠٧٢٣١٨٩٩١٢٣١٠٠٢٨',
  '৩২০৭২৩১৮৯৯১২৩১০০২৮',
  '𝟛𝟚𝟘𝟟𝟚𝟛𝟙𝟠𝟡𝟡𝟙𝟚𝟛𝟙𝟘𝟘𝟚𝟠',
])('%s in a text is found with other signs between its groups, for its X, or in digits of other scripts', (written) => {
  expect(withoutCards(`经营者${written}的店`)).toBe('经营者320723************的店');
  expect(ObjectEdit.safeParse({ note: written }).success).toBe(false);
});

test('a value is masked text by text, and what stands between its texts is none of them', () => {
  expect(
    masked({
      codes: ['320723189912310028', 7, null, true],
      of: { note: '见320723，18991231，0028', no: 320723991231003 },
    }),
  ).toEqual({
    codes: ['320723************', 7, null, true],
    of: { note: '见320723************', no: '320723*********' },
  });
  const apart = { groups: ['320723', '18991231', '0028'], numbers: [320723, 18991231] };
  expect([masked(apart), carriesCard(apart), carriesCard({ a: [{ no: 320723991231003 }] })]).toEqual([
    apart,
    false,
    true,
  ]);
});

test.each([
  ['the public note of a correction', correctResult.input, 'publicNote'],
  ['the public note of a withdrawal', withdrawPublication.input, 'publicNote'],
  ['the title of a check', Scheme, 'title'],
  ['the purpose of a check', Scheme, 'purpose'],
] as const)('%s, which goes public, is told at its field', (_what, schema, field) => {
  const { error } = (schema as z.ZodType).safeParse({ [field]: `张三${card('32072319900101002')}反映` });
  expect(error?.issues).toContainEqual(expect.objectContaining({ path: [field], message: 'identityCard' }));
});

/** Every text that a form of the registers takes: a number of a card in one is told at its field. */
test.each([
  [ObjectEdit, 'name address scope legalRepresentative phone riskSource creditStatus note registrationNo'],
  [InspectorEdit, 'name'],
  [DepartmentEdit, 'name shortName fullName sector'],
  [ItemChange, 'name category objectType content method ratioFrequency basis materials note'],
  [AccountChange, 'name'],
] as const)('a card stands in no text of form %#', (schema, fields) => {
  for (const field of fields.split(' ')) {
    const written = `甲${card('32072319900101002')}`;
    const { error } = (schema as z.ZodType).safeParse({ [field]: written });
    expect(error?.issues).toContainEqual(expect.objectContaining({ path: [field], message: 'identityCard' }));
  }
  expect(registerReason.safeParse(`误录${card('32072319900101002')}`).success).toBe(false);
  expect(ImportTag.safeParse(card('32072319900101002')).success).toBe(false);
});

test('numbers in a text are found and masked, others left', () => {
  const text = '经营者（身份证320723189912310028，电话051888810000）更名；９１３２０７２３MARW01059W';
  expect(cardsIn(text)).toEqual(['320723189912310028']);
  expect(withoutCards(text)).toBe(text.replace('320723189912310028', '320723************'));
  expect(withoutCards('３２０７２３１８９９１２３１００２８')).toBe('320723************');
  for (const other of ['流水号1320723189912310028', '0518-00000001 0518-12345678', '13800138000 13900139000 2026'])
    expect(cardsIn(other)).toEqual([]);
  expect(cardsIn('SFZ320723189912310028号')).toHaveLength(1);
  expect(cardsIn('3207\u200b23 1899\u00ad1231－00２8与320723-991231-003')).toEqual([
    '320723189912310028',
    '320723991231003',
  ]);
  expect(withoutCards('见320\u200b723189912310028、32072318991231001x。')).toBe(
    '见320723************、320723************。',
  );
  expect(maskCard('320723991231003')).toBe('320723*********');
});
