import { poolObjects } from '../../../services/draw/pool-rows';
import { visitsOfYear } from '../../../services/books/visit/visits-of-year';
import { officersOf } from '../../../services/queries/cases/visit-view';
import { lastChecked } from '../../../services/queries/registers/last-checked';
import {
  closedFor,
  recordsOfFirm,
  recusedPairs,
  toldApartFrom,
  twinsInScope,
} from '../../../services/queries/registers/twins';
import { registerHistory } from '../../../services/queries/registers/register-history';
import { scopeCount } from '../../../services/queries/registers/scope-count';
import { certifiedOfficer } from '../../../services/facts/certified-officer';
import { recusedOfficers } from '../../../services/facts/officers-on';
import { matchFirms } from '../../../services/registers/match-firms';
import { resolveTwin } from '../../../services/registers/resolve-twin';
import { tellFirmsApart } from '../../../services/registers/tell-firms-apart';
import { refusal, commandOf } from './at-the-desk';
import { load } from './case-files';
import { firms, firmsIn, row } from './firms';
import { openCounty, type OpenCounty } from './open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 20, inspectors: 5 });
});
afterAll(() => county.close());

const { query, found, edit, visitOf } = firmsIn(() => county);
const scope = { kinds: [], riskClasses: [], tags: [], divisions: [], industries: ['6210'] };
const scheme = {
  scope,
  strata: [{ scale: 'general', grade: 'B', basisPoints: 10_000 }],
  excludeOpenChecks: true,
} as unknown as Parameters<typeof poolObjects>[1];

describe('two records of one firm', () => {
  test('are named at load, and the pool holds the one with the code', async () => {
    await load(county, 'objects', firms(row(1, '灌云测例(双录)饭店', '320723000012345')));
    const report = await load(
      county,
      'objects',
      firms(row(1, '灌云测例（双录） 饭店', '91320723MARW01059W'), row(2, '灌云测例双录二店', '91320723MARW08015Y')),
    );
    expect(report).toMatchObject({ state: 'loaded' });
    expect(
      report.issues
        .filter(({ reason }) => /^object\.sameFirm/.test(reason.code))
        .map(({ row: at, reason }) => [at, JSON.stringify(reason).includes('320723000012345')]),
    ).toEqual([[1, true]]);
    const rows = await poolObjects(county.dataSource.manager, scheme, 'joint-check/none');
    const [old, fresh] = [await found('320723000012345'), await found('91320723MARW01059W')];
    const exclusionOf = (id: string) => rows.find((object) => object.id === id)?.exclusion;
    expect(exclusionOf(old.id)).toBe('twinRecord');
    expect(exclusionOf(fresh.id)).toBeNull();
    expect(await twinsInScope(county.dataSource.manager, scope, 10)).toMatchObject([
      { id: old.id, keptCode: '91320723MARW01059W' },
    ]);
    // Where the one with the code is struck off, nothing stands against the other.
    await query(`UPDATE check_object SET status = 'deregistered' WHERE id = $1`, [fresh.id]);
    const later = await poolObjects(county.dataSource.manager, scheme, 'joint-check/none');
    expect(later.find((object) => object.id === old.id)?.exclusion).toBeNull();
    await query(`UPDATE check_object SET status = 'active' WHERE id = $1`, [fresh.id]);
  });

  test('within one file, too; the same name at another address is another firm', async () => {
    const report = await load(
      county,
      'objects',
      firms(
        row(1, '灌云测例重录饭店', '320723000099991'),
        row(2, '灌云测例重录饭店', '91320723MARW08023R'),
        row(3, '灌云测例重录饭店', '91320723MARW08031L', '测例路7号'),
      ),
      { dryRun: true },
    );
    expect(
      report.issues.filter(({ reason }) => /^object\.sameFirm/.test(reason.code)).map(({ row: at }) => at),
    ).toEqual([2]);
  });
});

describe('a person says which record of a firm stands', () => {
  const [old, fresh] = ['320723000077774', '91320723MARW0302X6'];
  const close = async (code: string, standing: string | null, username = 'office-handler') => {
    const { id, version } = await found(code);
    const to = standing && (await found(standing)).id;
    return resolveTwin(county.dataSource, { ...(await commandOf(county, username)), id, version, standing: to });
  };
  const exclusionOf = async (code: string) => {
    const { id } = await found(code);
    const rows = await poolObjects(county.dataSource.manager, scheme, 'joint-check/none');
    return rows.find((object) => object.id === id)?.exclusion;
  };
  const recusedFor = async (code: string) => {
    const [officer] = await query<{ id: string; department: string }>(
      `SELECT i.id, i.department FROM recusal r JOIN inspector i ON i.id = r.inspector_id JOIN check_object o ON o.id = r.object_id WHERE o.registration_no = $1 OR o.uscc = $2`,
      [old, fresh],
    );
    if (!officer) throw new Error('nobody is recused');
    const object = (await found(code)).id;
    const pairs = await query(`SELECT 1 FROM ${recusedPairs} r WHERE r.inspector_id = $1 AND r.object_id = $2`, [
      officer.id,
      object,
    ]);
    const { eligible } = await certifiedOfficer(county.dataSource.manager, {
      officer: officer.id,
      department: officer.department,
      object,
      on: '2026-11-30',
    });
    const asked = await recusedOfficers(county.dataSource.manager, { officers: [officer.id], object });
    const [shown] = await officersOf(county.dataSource, [officer.id], object);
    return [pairs.length === 1, !eligible, asked.length === 1, shown?.recused];
  };
  beforeAll(async () => {
    await query(`DELETE FROM check_object WHERE name LIKE '灌云测例%'`);
    await load(
      county,
      'objects',
      firms(row(1, '灌云测例(关闭)饭店', old, '测例路5号'), row(2, '灌云测例（关闭）饭店', fresh, '测例路5号')),
    );
    await query(
      `UPDATE inspector SET duty_status = 'onDuty', certificates = '[{"no": "1", "expiresOn": "2031-01-01"}]'`,
    );
    await query(
      `INSERT INTO recusal SELECT (SELECT id FROM inspector ORDER BY id LIMIT 1), id, '亲属' FROM check_object WHERE registration_no = $1`,
      [old],
    );
  });

  test('whoever is recused from one record is from the other, before anybody has said anything', async () => {
    expect(await recusedFor(fresh)).toEqual([true, true, true, true]);
    expect(await recusedFor(old)).toEqual([true, true, true, true]);
  });

  test('a firm with a visit still to be made under one record is not drawn under the other', async () => {
    expect([await exclusionOf(old), await exclusionOf(fresh)]).toEqual(['twinRecord', null]);
    await visitOf('visit/under-the-old', (await found(old)).id);
    await query(
      `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version)
       VALUES ('visit/under-the-old', 'SCJG', 'joint-check/1', 'b', $1, '{}', 'noticed', 'awaitingVisit', 'notYet', 'notYet', 0)`,
      [(await found(old)).id],
    );
    expect([await exclusionOf(old), await exclusionOf(fresh)]).toEqual(['inOtherOpenCheck', 'inOtherOpenCheck']);
  });

  test('only with the right, for a record that stands itself, and never so that the code is lost', async () => {
    await expect(close(old, fresh, 'wgl-handler')).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(close(old, old)).rejects.toThrow(refusal('TWIN_ITSELF'));
    await expect(close(fresh, old)).rejects.toThrow(refusal('TWIN_CODE_LOST'));
  });

  test('the closed one is out for good: pool, counts, files and names; taken back it is in again', async () => {
    expect(await recordsOfFirm(county.dataSource.manager, (await found(old)).id)).toMatchObject([{ code: fresh }]);
    const before = (await scopeCount(county.dataSource.manager, scope)).total;
    await close(old, fresh);
    await expect(close(fresh, old)).rejects.toThrow(refusal('TWIN_CLOSED'));
    expect((await scopeCount(county.dataSource.manager, scope)).total).toBe(before - 1);
    expect(await twinsInScope(county.dataSource.manager, scope, 10)).toEqual([]);
    expect(await exclusionOf(old)).toBe('twinRecord');
    // Also where it is the only one in business, or has another name by now.
    await query(`UPDATE check_object SET status = 'deregistered' WHERE uscc = $1`, [fresh]);
    await edit(fresh, { name: '灌云测例（关闭）大饭店' }, true);
    expect(await exclusionOf(old)).toBe('twinRecord');
    expect(await exclusionOf(fresh)).toBe('notActive');
    await query(`UPDATE check_object SET status = 'active' WHERE uscc = $1`, [fresh]);
    expect(await exclusionOf(fresh)).toBe('inOtherOpenCheck');
    await query(`DELETE FROM visit_result WHERE visit_id = 'visit/under-the-old'`);
    expect(await exclusionOf(fresh)).toBeNull();
    expect(await recusedFor(fresh)).toEqual([true, true, true, true]);
    const again = await load(county, 'objects', firms(row(1, '灌云测例(关闭)饭店', old, '测例路5号')));
    expect(again).toMatchObject({ state: 'loaded', counts: { updated: 0, added: 0 } });
    expect(again.issues.map(({ reason }) => reason.code)).toContain('object.closedTwin');
    const matches = await matchFirms(county.dataSource.manager, [old, '灌云测例（关闭）饭店']);
    const standing = { object: (await found(fresh)).id };
    expect([...matches.values()]).toEqual([expect.objectContaining(standing), expect.objectContaining(standing)]);
    expect(await closedFor(county.dataSource.manager, (await found(fresh)).id)).toMatchObject([{ code: old }]);
    expect(await registerHistory(county.dataSource, 'object', (await found(old)).id)).toContainEqual(
      expect.objectContaining({ cause: 'twinClosed', reason: '核对登记信息' }),
    );
    // A visit drawn under the closed record is the standing one's, too.
    await query('UPDATE recusal SET object_id = $1', [(await found(fresh)).id]);
    expect((await recusedFor(old)).slice(1)).toEqual([true, true, true]);
    await close(old, null);
    expect(await exclusionOf(old)).toBeNull();
  });
});

describe('a person says that two records are two firms', () => {
  const [one, other, third] = ['91320723MARW01059W', '91320723MARW08015Y', '91320723MARW08023R'];
  const rows = (address = '测例路9号') => [
    row(1, '灌云测例（一址）便利店', one, address),
    row(2, '灌云测例(一址)便利店', other, address),
  ];
  const tell = async (code: string, of: string, apart: boolean, username = 'office-handler') => {
    const { id, version } = await found(code);
    const command = await commandOf(county, username);
    return tellFirmsApart(county.dataSource, { ...command, id, version, other: (await found(of)).id, apart });
  };
  const exclusions = async (...codes: string[]) => {
    const pool = await poolObjects(county.dataSource.manager, scheme, 'joint-check/none');
    const ids = await Promise.all(codes.map(async (code) => (await found(code)).id));
    return ids.map((id) => pool.find((object) => object.id === id)?.exclusion);
  };
  const named = async (...given: string[]) =>
    (await load(county, 'objects', firms(...given), { dryRun: true })).issues
      .filter(({ reason }) => /^object\.sameFirm/.test(reason.code))
      .map(({ row: at }) => at);
  const recused = async (code: string) => {
    const [officer] = await query<{ id: string }>('SELECT id FROM inspector ORDER BY id LIMIT 1');
    const officers = [officer?.id ?? ''];
    return (await recusedOfficers(county.dataSource.manager, { officers, object: (await found(code)).id })).length;
  };
  beforeAll(async () => {
    await query(`DELETE FROM recusal`);
    await query(`DELETE FROM check_object WHERE name LIKE '灌云测例%'`);
    await load(county, 'objects', firms(...rows()));
    await query(
      `INSERT INTO recusal SELECT (SELECT id FROM inspector ORDER BY id LIMIT 1), id, '亲属' FROM check_object WHERE uscc = $1`,
      [one],
    );
  });
  afterAll(() => query(`DELETE FROM recusal`));

  test('before it, one stays out of the pool, is named at load, and a recusal holds of both', async () => {
    expect((await exclusions(one, other)).sort()).toEqual([null, 'twinRecord']);
    expect(await named(...rows())).toEqual(expect.arrayContaining([2]));
    expect([await recused(one), await recused(other)]).toEqual([1, 1]);
  });

  test('only with the right, never of itself, and the two cannot be closed for one another any more', async () => {
    await expect(tell(one, other, true, 'wgl-handler')).rejects.toThrow(refusal('NOT_ENTITLED'));
    await expect(tell(one, one, true)).rejects.toThrow(refusal('TWIN_ITSELF'));
    await tell(one, other, true);
    await expect(tell(one, other, true)).rejects.toThrow(refusal('NOTHING_CHANGED'));
    await expect(tell(other, one, true)).rejects.toThrow(refusal('NOTHING_CHANGED'));
    for (const [code, standing] of [
      [one, other],
      [other, one],
    ] as const) {
      const { id, version } = await found(code);
      const command = { ...(await commandOf(county, 'office-handler')), id, version };
      await expect(
        resolveTwin(county.dataSource, { ...command, standing: (await found(standing)).id }),
      ).rejects.toThrow(refusal('TWIN_TOLD_APART'));
    }
  });

  test('then both are in the pool, nobody is asked again, and what is said of one is not said of the other', async () => {
    expect(await exclusions(one, other)).toEqual([null, null]);
    expect(await named(...rows())).toEqual([]);
    expect(await named(rows()[0] ?? '')).toEqual([]);
    expect(await twinsInScope(county.dataSource.manager, scope, 10)).toEqual([]);
    expect([await recused(one), await recused(other)]).toEqual([1, 0]);
    const pairs = await query(`SELECT 1 FROM ${recusedPairs} r WHERE r.object_id = $1`, [(await found(other)).id]);
    expect(pairs).toEqual([]);
    await visitOf('visit/of-one', (await found(one)).id);
    await query(
      `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version)
       VALUES ('visit/of-one', 'SCJG', 'joint-check/1', 'b', $1, '{}', 'noticed', 'awaitingVisit', 'notYet', 'notYet', 0)`,
      [(await found(one)).id],
    );
    expect(await exclusions(one, other)).toEqual(['inOtherOpenCheck', null]);
    await query(`DELETE FROM visit_result WHERE visit_id = 'visit/of-one'`);
    await query(`DELETE FROM official_case WHERE id = 'visit/of-one'`);
    const own = await registerHistory(county.dataSource, 'object', (await found(one)).id);
    expect(own[0]).toMatchObject({ cause: 'firmsToldApart', reason: '核对登记信息' });
  });

  test('a third record of the name is still somebody’s twin: the answer was about two', async () => {
    await load(county, 'objects', firms(row(1, '灌云测例（一址）便利店', third, '测例路9号')));
    const found3 = await exclusions(one, other, third);
    expect(found3.filter((exclusion) => exclusion === null)).not.toHaveLength(3);
    expect(await named(row(1, '灌云测例（一址）便利店', third, '测例路9号'))).toContain(1);
    expect((await twinsInScope(county.dataSource.manager, scope, 10)).length).toBeGreaterThan(0);
    await tell(third, one, true);
    expect((await exclusions(one, other, third)).filter((exclusion) => exclusion === null)).toHaveLength(2);
    await tell(third, other, true);
    expect(await exclusions(one, other, third)).toEqual([null, null, null]);
    await query('DELETE FROM check_object WHERE uscc = $1', [third]);
  });

  test('taken back, they are suspected again', async () => {
    expect(await toldApartFrom(county.dataSource.manager, (await found(other)).id)).toMatchObject([
      { code: one, here: false },
    ]);
    await tell(one, other, false);
    expect((await exclusions(one, other)).sort()).toEqual([null, 'twinRecord']);
    expect(await named(...rows())).toEqual(expect.arrayContaining([2]));
    expect([await recused(one), await recused(other)]).toEqual([1, 1]);
  });
});

describe('what was done under one record was done to the firm', () => {
  const [old, fresh] = ['320723000077775', '91320723MARW08031L'];
  beforeAll(async () => {
    await query(`DELETE FROM check_object WHERE name LIKE '灌云测例%'`);
    await load(
      county,
      'objects',
      firms(row(1, '灌云测例(年度)饭店', old, '测例路6号'), row(2, '灌云测例（年度）饭店', fresh, '测例路6号')),
    );
    for (const [at, code] of [
      ['2026-03-01', old],
      ['2026-06-01', fresh],
    ] as const) {
      const { id } = await found(code);
      await visitOf(`visit/year-${code}`, id);
      await query(`UPDATE official_case SET state = jsonb_build_object('date', $2::text) WHERE id = $1`, [
        `visit/year-${code}`,
        at,
      ]);
      await query(
        `INSERT INTO visit_result (visit_id, department, check_id, batch, object_id, officers, visit_stage, stage, publication, disposition, result_version, completed_on)
         VALUES ($1, 'SCJG', 'joint-check/1', 'b', $2, '{}', 'underway', 'reviewed', 'published', 'none', 1, $3)`,
        [`visit/year-${code}`, id, at],
      );
      await query(
        `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, sha256) VALUES ($1, 'SCJG', 1, '{}', 'x', $2, '')`,
        [`visit/year-${code}`, at],
      );
    }
  });

  test('the year’s visits are counted, and its last day is shown, under whatever record', async () => {
    const nth = await visitsOfYear(county.dataSource, [`visit/year-${old}`, `visit/year-${fresh}`]);
    expect(Object.fromEntries(nth)).toEqual({ [`visit/year-${old}/SCJG`]: 1, [`visit/year-${fresh}/SCJG`]: 2 });
    const days = await query<{ on: string }>(
      `SELECT to_char(${lastChecked}, 'YYYY-MM-DD') AS "on" FROM check_object o WHERE o.name LIKE '灌云测例%'`,
    );
    expect(days.map(({ on }) => on)).toEqual(['2026-06-01', '2026-06-01']);
    const command = { ...(await commandOf(county, 'office-handler')), ...(await found(fresh)) };
    await tellFirmsApart(county.dataSource, { ...command, other: (await found(old)).id, apart: true });
    const apart = await visitsOfYear(county.dataSource, [`visit/year-${fresh}`]);
    expect(Object.fromEntries(apart)).toEqual({ [`visit/year-${fresh}/SCJG`]: 1 });
  });
});
