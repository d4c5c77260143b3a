import { demonstrationPassword } from '../../db/seeds/demonstration';
import { seed } from '../database/registers/open-county';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

async function signIn(username: string, password: string) {
  const agent = site.nobody();
  const { text } = await agent.get('/sign-in');
  return agent
    .post('/sign-in')
    .type('form')
    .send({ _csrf: tokenIn(text), username, password });
}
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test('a name in full-width letters with an ideographic space signs in; the password is taken as it is', async () => {
  const password = demonstrationPassword(seed);
  expect((await signIn('\u3000ｏｆｆｉｃｅ－ｄｉｒｅｃｔｏｒ ', password)).status).toBe(303);
  for (const typed of [`${password} `, `\u3000${password}`, wide(password)]) {
    const answer = await signIn('office-director', typed);
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('首尾有空格，或者含有全角字符');
    // What was typed as the name stays, the password never does.
    expect(answer.text).toContain('value="office-director"');
    expect(answer.text).not.toContain(password);
  }
  expect((await signIn('office-director', password)).status).toBe(303);
});

test('that says nothing of accounts, and nothing of a password that is only wrong', async () => {
  expect((await signIn('nobody-here', 'wrong word1 ')).text).toContain('首尾有空格，或者含有全角字符');
  for (const username of ['nobody-here', 'supervisor'])
    expect((await signIn(username, 'wrong-word1')).text).not.toContain('全角字符');
});
