import { shiftDay } from '../../domain/calendar/iso-day';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { CountySite } from './county-site';

let site: CountySite;
const today = shanghaiDay(Date.now());
const query = (sql: string, parameters: unknown[] = []) => site.county.dataSource.query(sql, parameters);
beforeAll(async () => {
  site = await CountySite.open();
  await query(
    `UPDATE inspector SET certificates = jsonb_build_array(jsonb_build_object('no', '样0001', 'expiresOn', $1::text))`,
    [shiftDay(today, 900)],
  );
  const officers = (await query(
    `SELECT id FROM inspector WHERE department = 'SCJG' AND duty_status = 'onDuty' ORDER BY staff_no LIMIT 5`,
  )) as { id: string }[];
  for (const [index, days] of [-3, 5, 20, 60, 61].entries())
    await query(
      `UPDATE inspector SET certificates = jsonb_build_array(jsonb_build_object('no', '样0002', 'expiresOn', $2::text)), name = $3 WHERE id = $1`,
      [officers[index]?.id, shiftDay(today, days), `测证${'甲乙丙丁戊'.charAt(index)}`],
    );
});
afterAll(() => site?.close());

const lines = async (username: string) =>
  (await (await site.as(username)).get('/')).text.replace(/<[^>]+>/g, ' ').match(/\d+名检查人员的执法证件[^\s]+/g) ??
  [];

test('certificates that end are told at each step of the warning days, those that are over apart', async () => {
  expect(await lines('scjg-handler')).toEqual([
    '1名检查人员的执法证件已经到期',
    '1名检查人员的执法证件在7天内到期',
    '1名检查人员的执法证件在30天内到期',
    '1名检查人员的执法证件在60天内到期',
  ]);
  const page = (await (await site.as('scjg-handler')).get('/')).text;
  for (const name of ['测证甲', '测证乙', '测证丙', '测证丁']) expect(page).toContain(name);
  expect(page).not.toContain('测证戊');
  expect(await lines('wjw-handler')).toEqual([]);
});

test('other warning days warn of others', async () => {
  await query(
    `INSERT INTO setting (key, holds_from, value, source, version) VALUES ('inspector.certificateWarningDays', '2001-01-01', '[90, 10]', '会议决定', 2)`,
  );
  expect(await lines('scjg-handler')).toEqual([
    '1名检查人员的执法证件已经到期',
    '1名检查人员的执法证件在10天内到期',
    '3名检查人员的执法证件在90天内到期',
  ]);
});
