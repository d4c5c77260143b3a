import { PublicationsKeepNames1796407000000 } from '../../../db/migrations/1796407000000-publications-keep-names';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { publishOne } from './publications';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

test('what was published before the upgrade gets the names that the histories have for its day', async () => {
  const { dataSource } = county;
  const migration = new PublicationsKeepNames1796407000000();
  const runner = dataSource.createQueryRunner();
  await migration.down(runner);
  await dataSource.query(
    `INSERT INTO official_case (id, kind, number, title, stage, lead_department, departments, opened_at, stage_since, state, version)
     VALUES ('joint-check/320723-2026-L0001', 'joint-check', '320723-2026-L0001', '测试的联合抽查', 'underway', 'SCJG', '{SCJG}', now(), now(),
       '{"items": [{"code": "WJW-X", "version": 1, "department": "WJW"}, {"code": "SCJG-CC001", "version": 1, "department": "SCJG"}]}', 1)`,
  );
  const names = { before: '县市场监督管理局', first: '县工商局', second: '县市场局' };
  await dataSource.query(
    `INSERT INTO register_change (register, subject_id, version, at, actor, cause, before, after, act_id) VALUES
       ('department', 'SCJG', 2, '2026-11-10', 'x', 'amended', '{"name": "${names.first}"}', '{"name": "${names.second}"}', 0),
       ('department', 'SCJG', 3, '2026-11-20', 'x', 'amended', '{"name": "${names.second}"}', '{"name": "${names.before}"}', 0)`,
  );
  await dataSource.query(
    `INSERT INTO check_item_version SELECT (jsonb_populate_record(v, '{"version": 2, "name": "改过的名称"}')).* FROM check_item_version v WHERE item_code = 'SCJG-CC001'`,
  );
  for (const [index, day] of ['2026-11-05', '2026-11-15', '2026-11-25'].entries())
    await publishOne(dataSource, { visit: `visit/${index}`, at: day });
  await migration.up(runner);
  await runner.release();

  const rows: Record<string, unknown>[] = await dataSource.query('SELECT * FROM publication ORDER BY published_at');
  expect(rows.map((row) => row['department_name'])).toEqual([names.first, names.second, names.before]);
  const [item]: { name: string }[] = await dataSource.query(
    `SELECT name FROM check_item_version WHERE item_code = 'SCJG-CC001' AND version = 1`,
  );
  expect(rows[0]).toMatchObject({
    authority: '灌云县市场监督管理局',
    check_number: '320723-2026-L0001',
    check_title: '测试的联合抽查',
    item_versions: [1],
    item_names: [item?.name],
    public_reason: null,
  });
});
