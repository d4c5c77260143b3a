import { randomUUID } from 'node:crypto';
import { CountySite, tokenIn } from './county-site';

let site: CountySite;
beforeAll(async () => {
  site = await CountySite.open();
});
afterAll(() => site?.close());

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('two tabs on one form: each keeps its own, both are shown, and dropping one leaves the other', async () => {
  const { id } = site.find('consultation', 'open');
  const address = `/cases/${id}/acts/consultation.draftAnswer`;
  const agent = await site.as('wjw-handler');
  const [one, other] = [await agent.get(address), await agent.get(address)];
  expect(one.status).toBe(200);
  const save = async (page: string, reasons: string) => {
    const answer = await agent
      .post(address)
      .set('Accept', 'application/json')
      .type('form')
      .send({
        _csrf: tokenIn(page),
        _draft: hidden(page, '_draft'),
        _draftBase: hidden(page, '_draftBase'),
        _draftCommand: 'save',
        submissionId: randomUUID(),
        verdict: 'object',
        reasons,
      });
    expect(answer.status).toBe(200);
    return answer.body as { base: string; token: string };
  };
  await save(one.text, '手机上写的理由');
  const kept = await save(other.text, '电脑上写的理由');
  expect(kept.base).toMatch(/^[0-9a-f-]+\.1$/);

  const again = await agent.get(address);
  expect(again.text).toContain('电脑上写的理由');
  expect(again.text).toContain('手机上写的理由');
  expect(again.text).toContain('data-other-draft');
  await agent
    .post(address)
    .type('form')
    .send({ _csrf: tokenIn(again.text), _draftBase: hidden(again.text, '_draftBase'), _draftCommand: 'discard' });
  const left = await agent.get(address);
  expect(left.text).toContain('手机上写的理由');
  expect(left.text).not.toContain('电脑上写的理由');
});
