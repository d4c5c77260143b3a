import { demonstrationPassword } from '../../../db/seeds/demonstration';
import { changePassword } from '../../../services/people/change-own-password';
import { hashPassword, passwordFits } from '../../../services/people/password';
import { signIn } from '../../../services/people/sign-in';
import { refusal } from '../registers/at-the-desk';
import { now, openCounty, seed, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 5, inspectors: 60 });
});
afterAll(() => county.close());

const password = demonstrationPassword(seed);
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const attempt = (username: string, word: string, at = now) =>
  signIn(county.dataSource, { username, password: word, at });

test('every demonstration role signs in', async () => {
  for (const username of [
    'office-handler',
    'office-director',
    'scjg-leader',
    'swu-inspector-4',
    'supervisor',
    'audit-admin',
  ]) {
    expect(await attempt(username, password)).toEqual({ id: await county.accountOf(username) });
  }
});

test.each([
  '  office-director ',
  'Office-director',
  'ｏffice-director',
  'office-director\u200b',
  '\u3000Office-director\u3000',
  'ｏｆｆｉｃｅ－ｄｉｒｅｃｔｏｒ',
  '\u3000Ｏｆｆｉｃｅ－ｄｉｒｅｃｔｏｒ\u00a0',
  'office-director\r\n\t',
  '\ufeffoffice-director',
])('a name typed as %j is that of its account', async (typed) => {
  expect(await attempt(typed, password)).toEqual({ id: await county.accountOf('office-director') });
});

test('only the first letter is forgiven, and the password is taken as it is', async () => {
  for (const typed of ['OFFICE-director', 'office director', 'Ooffice-director'])
    await expect(attempt(typed, password)).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  await expect(attempt('supervisor', ` ${password}`)).rejects.toThrow(refusal('SIGN_IN_FAILED'));
});

test('a wrong word and an unknown user are the same refusal', async () => {
  await expect(attempt('office-director', 'wrong')).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  await expect(attempt('nobody-here', 'wrong')).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  await expect(attempt("x' OR '1'='1", 'wrong')).rejects.toThrow(refusal('SIGN_IN_FAILED'));
});

test('an unknown user costs as much time as a known one', async () => {
  const cost = async (username: string, round: number) => {
    const started = performance.now();
    await attempt(username, 'wrong', after(100_000 * (round + 1))).catch(() => undefined);
    return performance.now() - started;
  };
  const costs = { known: [] as number[], unknown: [] as number[] };
  // By turns: what else the machine does then weighs on both.
  for (let round = 0; round < 5; round += 1) {
    costs.known.push(await cost('gaj-liaison', round));
    costs.unknown.push(await cost('nobody-here', round));
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[2] ?? 0;
  const [known, unknown] = [median(costs.known), median(costs.unknown)];
  expect(unknown).toBeGreaterThan(known * 0.5);
});

test('the fifth failure locks for a minute, the next for two; the right word after that opens and clears', async () => {
  for (let round = 0; round < 5; round += 1)
    await expect(attempt('jyj-handler', 'wrong')).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  await expect(attempt('jyj-handler', password, after(59))).rejects.toThrow(refusal('SIGN_IN_LOCKED'));
  await expect(attempt('jyj-handler', 'wrong', after(61))).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  await expect(attempt('jyj-handler', password, after(61 + 119))).rejects.toThrow(refusal('SIGN_IN_LOCKED'));
  expect(await attempt('jyj-handler', password, after(61 + 121))).toBeDefined();
  await expect(attempt('jyj-handler', 'wrong', after(200))).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  expect(await attempt('jyj-handler', password, after(201))).toBeDefined();
});

test('a password changes only with the one before, to a strong one, and the old one opens nothing', async () => {
  const account = await county.accountOf('rsj-handler');
  const change = (current: string, next: string) =>
    changePassword(county.dataSource, { account, current, next, at: now });
  await expect(change('wrong', 'Sea-Wind-2027')).rejects.toThrow(refusal('PASSWORD_WRONG'));
  for (const weak of ['short1', 'onlyletterswithoutdigits', '1234567890123', 'rsj-handler-2027', password]) {
    await expect(change(password, weak)).rejects.toThrow(refusal('PASSWORD_TOO_WEAK'));
  }
  await change(password, 'Sea-Wind-2027');
  await expect(attempt('rsj-handler', password)).rejects.toThrow(refusal('SIGN_IN_FAILED'));
  expect(await attempt('rsj-handler', 'Sea-Wind-2027')).toEqual({ id: account });
});

test('two hashes of one word differ, both fit, and nothing else does', async () => {
  const [one, two] = [await hashPassword('Sea-Wind-2027'), await hashPassword('Sea-Wind-2027')];
  expect(one).not.toBe(two);
  expect(await passwordFits('Sea-Wind-2027', one)).toBe(true);
  expect(await passwordFits('Sea-Wind-2028', one)).toBe(false);
  expect(await passwordFits('Sea-Wind-2027', '')).toBe(false);
  expect(await passwordFits('Sea-Wind-2027', 'plain$Sea-Wind-2027')).toBe(false);
});
