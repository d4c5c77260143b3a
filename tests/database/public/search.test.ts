import { wholeList } from '../../../services/queries/ordered-list';
import { nearCodes } from '../../../services/queries/public/near-codes';
import { publishedResults, type PublishedResult } from '../../../services/queries/public/published-results';
import { resultsMatching } from '../../../services/queries/public/results-matching';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { publishOne } from './publications';

const uscc = '91320723MA1A000165';
let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty();
  // Written past the system: without a normal form, which the first search gives them.
  const rows = [
    { name: '灌云县星海（城东）海鲜超市', uscc },
    { name: '灌云ＡＢＣ餐饮有限公司', uscc: '91320723MA1A000240' },
    { name: '伊山镇老李小吃店', registrationNo: '320723600012345' },
    { name: '阿不都·热西提面馆' },
    { name: '100%果汁店' },
  ];
  for (const [index, row] of rows.entries()) await publishOne(county.dataSource, { ...row, visit: `visit/${index}` });
});
afterAll(() => county.close());

async function found(text: string): Promise<string[]> {
  const list = publishedResults({ matching: await resultsMatching(county.dataSource, text) });
  const names: string[] = [];
  for await (const rows of wholeList<PublishedResult>(county.dataSource, list))
    names.push(...rows.map((row) => row.objectName));
  return names.sort();
}

test.each([
  ['星海(城东)', '灌云县星海（城东）海鲜超市'],
  ['灌云　海鲜', '灌云县星海（城东）海鲜超市'],
  ['超市 灌云县', '灌云县星海（城东）海鲜超市'],
  ['星\u200B海', '灌云县星海（城东）海鲜超市'],
  ['abc 餐饮', '灌云ＡＢＣ餐饮有限公司'],
  ['阿不都•热西提', '阿不都·热西提面馆'],
  ['100%', '100%果汁店'],
  [uscc.toLowerCase(), '灌云县星海（城东）海鲜超市'],
  ['９１３２０７２３ＭＡ１Ａ０００１６５', '灌云县星海（城东）海鲜超市'],
  ['9132 0723 MA1A 0001 65', '灌云县星海（城东）海鲜超市'],
  ['91320723-MA1A-000165', '灌云县星海（城东）海鲜超市'],
  ['MA1A000240', '灌云ＡＢＣ餐饮有限公司'],
  ['320723600012345', '伊山镇老李小吃店'],
  ['灌云 MA1A000165', '灌云县星海（城东）海鲜超市'],
])('“%s” finds exactly %s', async (text, name) => {
  expect(await found(text)).toEqual([name]);
});

test.each(['超市 餐饮', '%', '_', '海鲜 91320723MA1A000240', "'; --", '\u200B', '星星海'])(
  '“%s” finds nothing',
  async (text) => {
    expect(await found(text)).toEqual(text === '%' ? ['100%果汁店'] : []);
  },
);

test('every name has its normal form after a search, and those that have none are not asked for again', async () => {
  await publishOne(county.dataSource, { name: '\u200B', visit: 'visit/mark' });
  await found('星海');
  expect(
    await county.dataSource.query(`SELECT object_name_key AS key FROM publication WHERE object_name_key = ''`),
  ).toEqual([{ key: '' }]);
});

test('the number of an identity card is not published, not found, and not offered', async () => {
  // GB 11643, invented; and the old form of 15 digits with a day of 1966.
  const cards = ['320723199001011237', '320723660101123'];
  for (const [index, registrationNo] of cards.entries())
    await publishOne(county.dataSource, { name: '老王修车铺', registrationNo, visit: `visit/card-${index}` });
  const shown: unknown[] = [];
  for await (const rows of wholeList(county.dataSource, publishedResults())) shown.push(...rows);
  for (const card of cards) {
    expect(JSON.stringify(shown)).not.toContain(card);
    expect(await found(card)).toEqual([]);
    expect(await nearCodes(county.dataSource, card.replace(/.$/, '0'))).toEqual([]);
  }
  expect(await found('老王修车铺')).toHaveLength(2);
});

test('a code mistyped by a slip or two is answered by those near it, the nearest first', async () => {
  const near = async (code: string) => (await nearCodes(county.dataSource, code)).map((row) => row.code);
  expect(await near('91320723MA1A000156')).toEqual([uscc]);
  expect(await near('91320723MAIA000165')).toEqual([uscc]);
  expect(await near('9132072MA1A000165')).toEqual([uscc]);
  expect(await near('320723600012346')).toEqual(['320723600012345']);
  expect(await near('91320723MA1A999999')).toEqual([]);
});
