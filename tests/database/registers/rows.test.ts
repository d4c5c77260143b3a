import { randomUUID } from 'node:crypto';
import { changeAccount } from '../../../services/people/change-account';
import { changeItem } from '../../../services/registers/change-item';
import { editInspector } from '../../../services/registers/edit-inspector';
import { editObject } from '../../../services/registers/edit-object';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { showItem } from '../../../services/queries/registers/list-items';
import { handChangedClasses } from '../../../services/queries/registers/hand-changed-classes';
import { objectsOf, type ObjectLine } from '../../../services/queries/registers/list-objects';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { scopeCount } from '../../../services/queries/registers/scope-count';
import { tagOptions } from '../../../services/queries/registers/scope-options';
import { Scope } from '../../../domain/joint-check/scheme';
import { ObjectEdit } from '../../../domain/registers/object-edit';
import { countyReader } from './readers';
import { actsOf, commandOf, refusal } from './at-the-desk';
import { caseFile, load } from './case-files';
import { now, openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
});
afterAll(() => county.close());

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  county.dataSource.query(sql, parameters) as Promise<T[]>;
const command = (username: string) => commandOf(county, username);
const acts = (id: string) => actsOf(county, id);
const objectOf = async (department: string, owned: boolean) => {
  const rows = await query<{ id: string; version: number }>(
    `SELECT id, version FROM check_object WHERE ($1 = ANY(responsible_departments)) = $2 ORDER BY id LIMIT 1`,
    [department, owned],
  );
  if (!rows[0]) throw new Error('no such object');
  return rows[0];
};

describe('an object', () => {
  test('is changed with version, history and entry in one', async () => {
    const object = await objectOf('SCJG', true);
    const change = {
      ...(await command('scjg-handler')),
      ...object,
      cause: 'corrected',
      values: { phone: '0518-88880000', riskClass: 'C' as const, riskSource: '现场核实' },
    };
    expect(await editObject(county.dataSource, change)).toEqual({ version: object.version + 1, duplicate: false });
    const history = await registerHistory(county.dataSource, 'object', object.id);
    expect(history[0]).toMatchObject({
      version: object.version + 1,
      cause: 'corrected',
      reason: '核对登记信息',
      after: { phone: '0518-88880000' },
    });
    expect(Object.keys(history[0]?.before ?? {})).not.toContain('updated_at');
    expect(await acts(object.id)).toBe(1);

    expect(await editObject(county.dataSource, change)).toEqual({ version: object.version + 1, duplicate: true });
    expect(await acts(object.id)).toBe(1);
  });

  test('is found and drawn by its tags however they are written', async () => {
    const object = await objectOf('SCJG', true);
    const tagged = {
      ...(await command('scjg-handler')),
      ...object,
      cause: 'amended',
      values: { tags: ['ＶＩＰ（重点）', '夜查'] },
    };
    await editObject(county.dataSource, tagged);
    const found = (tag: string) =>
      stretchOf<ObjectLine & Placed>(county.dataSource, objectsOf(countyReader.office, { tag }), { size: 9 });
    for (const tag of ['ＶＩＰ（重点）', 'vip(重点)', 'Vip〔重点〕', '夜\u200b查']) {
      expect([tag, (await found(tag)).rows.map(({ id }) => id)]).toEqual([tag, [object.id]]);
      const scope = Scope.parse({ tags: [tag] });
      expect(await scopeCount(county.dataSource, scope)).toMatchObject({ total: 1 });
    }
    expect((await tagOptions(county.dataSource, countyReader.office, 100)).tags).toContainEqual({
      tag: 'ＶＩＰ（重点）',
      count: 1,
    });
    for (const tags of [['重点', '重 点'], ['A', 'ａ'], ['\u2800']])
      expect(ObjectEdit.safeParse({ tags }).success).toBe(false);
  });

  test('seen in an old version is not overwritten, and nothing of the attempt stays', async () => {
    const object = await objectOf('SCJG', true);
    const stale = {
      ...(await command('scjg-handler')),
      id: object.id,
      version: object.version - 1,
      cause: 'corrected',
      values: { phone: '0518-1' },
    };
    const read = { ...(await command('scjg-handler')), ...object, cause: 'amended' };
    await editObject(county.dataSource, { ...read, values: { phone: '0518-2', note: '甲' } });
    await editObject(county.dataSource, {
      ...(await command('office-handler')),
      id: object.id,
      version: object.version + 1,
      cause: 'amended',
      values: { note: '乙' },
    });
    const before = await acts(object.id);
    await expect(editObject(county.dataSource, stale)).rejects.toThrow(refusal('STALE_VERSION'));
    const [handler, office] = await query<{ name: string }>(
      `SELECT name FROM account WHERE username IN ('scjg-handler', 'office-handler') ORDER BY username DESC`,
    );
    const late = { ...read, submission: randomUUID(), values: { phone: '0518-3' } };
    await expect(editObject(county.dataSource, late)).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: {
        current: object.version + 2,
        changed: [
          { field: 'note', is: '乙', by: office?.name },
          { field: 'phone', is: '0518-2', by: handler?.name, at: now.toISOString() },
        ],
      },
    });
    // Whoever may not change the row is not told what stands in it.
    await expect(
      editObject(county.dataSource, { ...late, ...(await command('wjw-liaison')), values: { note: '丙' } }),
    ).rejects.toMatchObject({
      code: 'NOT_ENTITLED',
      details: expect.not.objectContaining({ changed: expect.anything() as unknown }) as unknown,
    });
    expect(await acts(object.id)).toBe(before);
  });

  test('changed by twenty people at once is changed by exactly one', async () => {
    const object = await objectOf('SCJG', true);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, async (_, index) =>
        editObject(county.dataSource, {
          ...(await command('scjg-handler')),
          ...object,
          cause: 'corrected',
          values: { note: `第${index}人` },
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect((await objectOf('SCJG', true)).version).toBe(object.version + 1);
  });

  test('the same post twenty times at once changes it once', async () => {
    const object = await objectOf('SCJG', true);
    const same = { ...(await command('scjg-handler')), ...object, cause: 'corrected', values: { note: '同一次提交' } };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => editObject(county.dataSource, same)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled' && !outcome.value.duplicate)).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.version === object.version + 1),
    ).toHaveLength(20);
    expect(
      await query('SELECT 1 FROM register_change WHERE subject_id = $1 AND version = $2', [
        object.id,
        object.version + 1,
      ]),
    ).toHaveLength(1);
  });

  test('a class changed by hand asks a reason, and is shown for as many days as the county says, whoever has it now', async () => {
    const object = await objectOf('SCJG', true);
    const [{ risk_class: was } = { risk_class: null }] = await query<{ risk_class: string | null }>(
      'SELECT risk_class FROM check_object WHERE id = $1',
      [object.id],
    );
    const is = was === 'A' ? 'B' : 'A';
    const edit = async (reason: string | undefined, riskClass: string, version = object.version) =>
      editObject(county.dataSource, {
        ...(await command('scjg-handler')),
        ...object,
        ...{ version, cause: 'amended', reason, values: { riskClass: riskClass as 'A' } },
      });
    for (const reason of [undefined, '', ' ', '无'])
      await expect(edit(reason, is)).rejects.toThrow(refusal('REASON_NEEDED'));
    await edit('信用修复后重新评定', is);
    const scope = Scope.parse({ riskClasses: [is === 'A' ? 'C' : 'D'] });
    const shown = async (on: Date) =>
      (await handChangedClasses(county.dataSource, scope, on)).changes.filter(
        ({ reason }) => reason === '信用修复后重新评定',
      );
    expect(await shown(now)).toMatchObject([
      { was, is, department: 'SCJG', at: now, by: expect.any(String) as unknown },
    ]);
    const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect([(await shown(day(30))).length, (await shown(day(31))).length]).toEqual([1, 0]);
    await query(
      `INSERT INTO setting (key, holds_from, value, source, version) VALUES ('draw.handChangedClassDays', '2001-01-01', '60', '会议决定', 2)`,
    );
    expect(await shown(day(31))).toHaveLength(1);

    // What a load says is the province's, and nobody's hand.
    const before = await handChangedClasses(county.dataSource, Scope.parse({}), now);
    await load(county, 'objects', caseFile('03a-first.csv'));
    const file = caseFile('03a-first.csv')
      .toString('utf8')
      .replaceAll(/,[ABCD](?=,|\r?\n)/g, ',D');
    expect((await load(county, 'objects', Buffer.from(file))).counts.updated).toBeGreaterThan(0);
    expect(await handChangedClasses(county.dataSource, Scope.parse({}), now)).toEqual(before);
  });

  test('of another department is refused, to its own liaison too; the office may', async () => {
    const foreign = await objectOf('SCJG', false);
    const values = { note: '改动' };
    await expect(
      editObject(county.dataSource, { ...(await command('scjg-handler')), ...foreign, cause: 'x', values }),
    ).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(
      editObject(county.dataSource, {
        ...(await command('scjg-liaison')),
        ...(await objectOf('SCJG', true)),
        cause: 'x',
        values,
      }),
    ).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(
      editObject(county.dataSource, { ...(await command('office-handler')), ...foreign, cause: 'x', values }),
    ).resolves.toMatchObject({ duplicate: false });
  });

  test('never loses its identity, takes no code of another and no code that no list holds', async () => {
    const object = await objectOf('SCJG', true);
    const edit = async (values: Parameters<typeof editObject>[1]['values']) =>
      editObject(county.dataSource, { ...(await command('scjg-handler')), ...object, cause: 'x', values });
    const [other] = await query<{ uscc: string }>('SELECT uscc FROM check_object WHERE id <> $1 AND uscc IS NOT NULL', [
      object.id,
    ]);
    await expect(edit({ uscc: null, registrationNo: null })).rejects.toThrow(refusal('NO_IDENTITY'));
    await expect(edit({ uscc: other?.uscc ?? '' })).rejects.toThrow(refusal('CODE_TAKEN'));
    await expect(edit({ industry: '9999' })).rejects.toThrow(refusal('INDUSTRY_UNKNOWN'));
    await expect(edit({ division: '320723999' })).rejects.toThrow(refusal('DIVISION_UNKNOWN'));
    await expect(edit({ responsibleDepartments: ['NOBODY'] })).rejects.toThrow(refusal('DEPARTMENT_UNKNOWN'));
    await expect(edit({})).rejects.toThrow(refusal('NOTHING_CHANGED'));
    await expect(
      editObject(county.dataSource, {
        ...(await command('scjg-handler')),
        id: randomUUID(),
        version: 1,
        cause: 'x',
        values: { note: 'y' },
      }),
    ).rejects.toThrow(refusal('NOT_IN_REGISTER'));
  });

  test('a disabled account, and one that claims a capacity it lacks, change nothing', async () => {
    const object = await objectOf('SCJG', true);
    const given = await command('scjg-handler');
    await expect(
      editObject(county.dataSource, {
        ...given,
        actor: { ...given.actor, capacity: 'officeHandler' },
        ...object,
        cause: 'x',
        values: { note: 'z' },
      }),
    ).rejects.toThrow(refusal('ACCOUNT_NOT_ENTITLED'));
    const [account] = await query<{ version: number }>('SELECT version FROM account WHERE username = $1', [
      'wjw-handler',
    ]);
    const wjw = await command('wjw-handler');
    await changeAccount(county.dataSource, {
      ...(await command('security-admin')),
      id: wjw.actor.account,
      version: account?.version ?? 0,
      values: { active: false },
    });
    await expect(
      editObject(county.dataSource, { ...wjw, ...(await objectOf('WJW', true)), cause: 'x', values: { note: 'z' } }),
    ).rejects.toThrow(refusal('ACCOUNT_NOT_ENTITLED'));
  });
});

describe('an inspector', () => {
  const officerOf = async (department: string) => {
    const rows = await query<{ id: string; version: number }>(
      'SELECT id, version FROM inspector WHERE department = $1 ORDER BY staff_no LIMIT 1',
      [department],
    );
    if (!rows[0]) throw new Error('no officer');
    return rows[0];
  };

  test('goes off duty and gets recusals, with history of both', async () => {
    const officer = await officerOf('SCJG');
    const [object] = await query<{ id: string }>('SELECT id FROM check_object ORDER BY id LIMIT 1');
    const values = {
      dutyStatus: 'offDuty' as const,
      recusals: [{ object: object?.id ?? '', reason: '近亲属在该单位任职' }],
    };
    await editInspector(county.dataSource, { ...(await command('scjg-leader')), ...officer, cause: 'leave', values });
    expect(await query('SELECT object_id FROM recusal WHERE inspector_id = $1', [officer.id])).toEqual([
      { object_id: object?.id },
    ]);
    const [line] = await registerHistory(county.dataSource, 'inspector', officer.id);
    expect(line?.after).toMatchObject({ duty_status: 'offDuty', recusals: values.recusals });
  });

  test('of another department, with an unknown qualification or an unknown object is refused', async () => {
    const officer = await officerOf('WJW');
    const edit = async (username: string, values: Parameters<typeof editInspector>[1]['values']) =>
      editInspector(county.dataSource, { ...(await command(username)), ...officer, cause: 'x', values });
    await expect(edit('scjg-handler', { dutyStatus: 'offDuty' })).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(edit('office-handler', { qualifications: ['无此资格'] })).rejects.toThrow(
      refusal('QUALIFICATION_UNKNOWN'),
    );
    await expect(edit('office-handler', { recusals: [{ object: randomUUID(), reason: '无此对象' }] })).rejects.toThrow(
      refusal('NOT_IN_REGISTER'),
    );
    expect(await acts(officer.id)).toBe(0);
  });
});

describe('a check item', () => {
  const change = async (
    code: string,
    version: number,
    values: Parameters<typeof changeItem>[1]['values'],
    username = 'scjg-handler',
  ) => changeItem(county.dataSource, { ...(await command(username)), id: code, version, today: '2026-11-24', values });

  test('gets a version that is in force from its day; the one before stays readable', async () => {
    expect(
      await change('SCJG-CC001', 1, { cause: 'amended', effectiveFrom: '2027-01-01', catalogueCode: '32072300000001' }),
    ).toEqual({ version: 2, duplicate: false });
    const item = await showItem(county.dataSource, 'SCJG-CC001');
    expect(item?.versions.map((version) => [version.version, version.effectiveFrom])).toEqual([
      [2, '2027-01-01'],
      [1, '2024-01-01'],
    ]);
    expect(item?.versions[0]).toMatchObject({ catalogueCode: '32072300000001', name: item?.versions[1]?.name });
  });

  test('is refused when stale, foreign, before its last version, or abolished ahead of the day', async () => {
    await expect(change('SCJG-CC002', 7, { cause: 'amended', effectiveFrom: '2027-01-01' })).rejects.toThrow(
      refusal('STALE_VERSION'),
    );
    await expect(
      change('SCJG-CC002', 1, { cause: 'amended', effectiveFrom: '2027-01-01' }, 'wjw-leader'),
    ).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(change('SCJG-CC002', 1, { cause: 'amended', effectiveFrom: '2023-01-01' })).rejects.toThrow(
      refusal('EFFECTIVE_BEFORE_LAST'),
    );
    await expect(change('SCJG-CC002', 1, { cause: 'abolished', effectiveFrom: '2027-01-01' })).rejects.toThrow(
      refusal('ABOLITION_AHEAD'),
    );
    expect(await query('SELECT 1 FROM check_item_version WHERE item_code = $1', ['SCJG-CC002'])).toHaveLength(1);
  });

  test('once abolished, changes no more', async () => {
    await change('SCJG-CC003', 1, { cause: 'abolished', effectiveFrom: '2026-11-24' });
    await expect(change('SCJG-CC003', 2, { cause: 'amended', effectiveFrom: '2026-12-01' })).rejects.toThrow(
      refusal('ITEM_ABOLISHED'),
    );
  });
});
