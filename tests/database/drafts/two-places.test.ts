import { randomUUID } from 'node:crypto';
import { dropDraft } from '../../../services/drafts/discard-draft';
import { keepDraft } from '../../../services/drafts/keep-draft';
import { draftsOf, draftsOn } from '../../../services/queries/people/find-drafts';
import { openCounty, type OpenCounty } from '../registers/open-county';
import type { DraftRef } from '../../../domain/draft-ref';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

/** A desk of one person, whose clock goes on by a second at each save. */
class Desk {
  private seconds = 0;

  constructor(
    readonly form: string,
    readonly account = randomUUID(),
  ) {}

  save(opening: string, base: DraftRef | undefined, text: string): Promise<DraftRef> {
    this.seconds += 1;
    const at = new Date(Date.UTC(2026, 10, 30, 1, 0, this.seconds));
    return keepDraft(county.dataSource, {
      account: this.account,
      form: this.form,
      opening,
      base,
      values: { text },
      at,
    });
  }

  async texts(): Promise<unknown[]> {
    const kept = await draftsOn(county.dataSource, this.account, this.form, new Date(Date.UTC(2026, 10, 30, 2)));
    return kept.map(({ values }) => values['text']);
  }

  sent(ref: DraftRef): Promise<void> {
    return dropDraft(county.dataSource, this.account, this.form, ref);
  }
}

test('one tab that goes on has one draft', async () => {
  const desk = new Desk('visit.enterResult visit/1');
  let base = await desk.save('tab', undefined, '一');
  base = await desk.save('tab', base, '一二');
  expect(await desk.texts()).toEqual(['一二']);
  await desk.sent(base);
  expect(await desk.texts()).toEqual([]);
});

describe.each(Array.from({ length: 10 }, (_, index) => [`visit.enterResult visit/${index}`]))(
  'phone and PC on one form (%s)',
  (form) => {
    test('that begin apart keep both, whoever saves last', async () => {
      const desk = new Desk(form);
      let phone = await desk.save('phone', undefined, '手机');
      let pc = await desk.save('pc', undefined, '电脑');
      phone = await desk.save('phone', phone, '手机二');
      pc = await desk.save('pc', pc, '电脑二');
      expect(await desk.texts()).toEqual(['电脑二', '手机二']);
      await desk.sent(phone);
      expect(await desk.texts()).toEqual(['电脑二']);
      await desk.sent(pc);
    });

    test('where the PC goes on from the phone, it takes its place; what the phone types afterwards is kept beside it', async () => {
      const desk = new Desk(form);
      const phone = await desk.save('phone', undefined, '手机');
      const pc = await desk.save('pc', phone, '手机，电脑续');
      expect(await desk.texts()).toEqual(['手机，电脑续']);
      const later = await desk.save('phone', phone, '手机又写');
      expect(await desk.texts()).toEqual(['手机又写', '手机，电脑续']);
      await desk.sent(pc);
      expect(await desk.texts()).toEqual(['手机又写']);
      await desk.sent(later);
    });

    test('where the phone has gone on meanwhile, the PC that goes on from the older state overwrites nothing', async () => {
      const desk = new Desk(form);
      const seen = await desk.save('phone', undefined, '手机');
      await desk.save('phone', seen, '手机二');
      await desk.save('pc', seen, '电脑续旧');
      expect((await desk.texts()).sort()).toEqual(['手机二', '电脑续旧'].sort());
    });

    test('a copied tab and an answer that came late overwrite nothing, and sending deletes its own alone', async () => {
      const desk = new Desk(form);
      const first = await desk.save('tab', undefined, '一');
      const second = await desk.save('tab', first, '一二');
      const copy = await desk.save('tab', first, '一，另写');
      expect(copy.opening).not.toBe('tab');
      expect((await desk.texts()).sort()).toEqual(['一二', '一，另写'].sort());
      await desk.sent(first);
      expect(await desk.texts()).toHaveLength(2);
      await desk.sent(second);
      expect(await desk.texts()).toEqual(['一，另写']);
    });
  },
);

test('twenty saves at once from twenty places: nothing is lost; another person sees none of it', async () => {
  const desk = new Desk('referral.amend referral/1');
  const texts = Array.from({ length: 20 }, (_, index) => `第${index}处`);
  const base = await desk.save('tab', undefined, '起');
  await Promise.all(texts.map((text, index) => desk.save(index % 2 === 0 ? 'tab' : `tab-${index}`, base, text)));
  const kept = await desk.texts();
  for (const text of texts) expect(kept).toContain(text);
  expect(await new Desk(desk.form).texts()).toEqual([]);
  expect(await draftsOf(county.dataSource, desk.account, new Date(Date.UTC(2026, 10, 30, 2)))).toHaveLength(1);
});
