import type { CountyBrowser } from './county-browser';
import { ManyDesk } from './many-desk';

/** Who asks, and of which units the waits of the check are told to them. */
const askers = [
  ['office-director', ['县市场监督管理局', '县卫生健康委员会', '县应急管理局']],
  ['office-handler', ['县市场监督管理局', '县卫生健康委员会', '县应急管理局']],
  ['supervisor', ['县市场监督管理局', '县卫生健康委员会', '县应急管理局']],
  ['scjg-leader', ['县市场监督管理局']],
] as const;

/** Walks to what a person came for, in a county where work on a check goes on. */
export function answersInTwoPresses(site: () => CountyBrowser, number: string): void {
  describe.each(askers)('within two presses of the home page of %s, by visible words', (by, units) => {
    const walk = async (read: (desk: ManyDesk) => Promise<void>) => {
      const desk = await ManyDesk.of(site(), by, '/');
      await read(desk);
      expect(desk.presses).toBeLessThanOrEqual(2);
      return (await desk.text()).replace(/\s+/g, ' ');
    };

    test('stands who is slowest and on what', async () => {
      const said = await walk((desk) => desk.goByWords('办理情况'));
      expect(said).toMatch(/办理用时 事项 单位 中位用时（天） 最长（天） 办结（件） 其中逾期（件）/);
      expect(said).toMatch(/审核检查结果 县市场监督管理局 0\.0/);
    }, 60_000);

    test('stands what a check waits for, and from whom', async () => {
      const [check] = await site().county.dataSource.query<{ title: string }[]>(
        `SELECT title FROM official_case WHERE id = $1`,
        [`joint-check/${number}`],
      );
      const said = await walk(async (desk) => {
        await desk.goByWords('办理情况');
        await desk.goByWords('等谁办理', check?.title ?? '');
      });
      // The other departments have recorded nothing, and one of the lead's results went back.
      for (const unit of units) expect(said).toContain(unit);
      expect(said).toContain('录入检查结果');
    }, 60_000);

    test.each([
      ['in the pool', 'b.exclusion IS NULL AND b.sequence IS NOT NULL', '在名单中，已抽中'],
      ['left out, and why', 'b.exclusion IS NOT NULL', '未进入名单：'],
    ])(
      'stands whether a firm was %s',
      async (_what, condition, word) => {
        const [firm] = await site().county.dataSource.query<{ name: string }[]>(
          `SELECT o.name FROM batch_object b JOIN check_object o ON o.id = b.object_id WHERE ${condition} ORDER BY o.name LIMIT 1`,
        );
        const name = firm?.name ?? '';
        const said = await walk(async (desk) => {
          await desk.tab.bringToFront();
          await desk.tab.type('#head-search', name);
          await desk.goByWords('搜索');
          await desk.goByWords(name);
        });
        expect(said).toContain('抽取经历');
        expect(said).toContain(word);
      },
      60_000,
    );
  });
}
