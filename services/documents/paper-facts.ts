import type { DataSource } from 'typeorm';
import { asSentence } from '../../domain/documents/as-sentence';
import type { CaseState } from '../../domain/process';
import type { ItemInForce, Scheme } from '../../domain/joint-check/scheme';
import { scopeCount } from '../queries/registers/scope-count';

/** The recorded state of a case that a paper is about. */
export async function stateOf<S extends CaseState>(dataSource: DataSource, id: string): Promise<S> {
  const rows: { state: S }[] = await dataSource.query('SELECT state FROM official_case WHERE id = $1', [id]);
  const row = rows[0];
  if (!row) throw new RangeError(`There is no case ${id}, so its paper cannot be drawn.`);
  return row.state;
}

/** Full names of units, as they stand in their seals. */
export async function sealNames(dataSource: DataSource): Promise<(code: string) => string> {
  const rows: { code: string; name: string }[] = await dataSource.query(
    'SELECT code, COALESCE(full_name, name) AS name FROM department',
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return (code) => names.get(code) ?? code;
}

/** Whom to ask about a paper: the handler of the unit, by name, and the unit's own number. */
export async function contactOf(
  dataSource: DataSource,
  department: string,
): Promise<{ person: string; phone: string }> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT name FROM account WHERE department = $1 AND active AND capacities && '{departmentHandler,officeHandler}' ORDER BY username LIMIT 1`,
    [department],
  );
  const units: { phone: string | null }[] = await dataSource.query('SELECT phone FROM department WHERE code = $1', [
    department,
  ]);
  return { person: rows[0]?.name ?? '经办人', phone: units[0]?.phone ?? '见本单位公开电话' };
}

/** A scheme in the words of a paper. */
export async function schemeSummary(
  dataSource: DataSource,
  check: { number: string; lead: string; scheme: Scheme; items: ItemInForce[] },
) {
  const name = await sealNames(dataSource);
  const items: { code: string; name: string; basis: string | null }[] = await dataSource.query(
    `SELECT v.item_code AS code, v.name, v.basis FROM jsonb_to_recordset($1::jsonb) AS item(code text, version int)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version`,
    [JSON.stringify(check.items)],
  );
  const codes = await codeNames(dataSource, [...check.scheme.scope.industries], [...check.scheme.scope.divisions]);
  const { scheme } = check;
  return {
    check: { number: check.number, title: scheme.title },
    purpose: asSentence(scheme.purpose),
    lead: name(check.lead),
    tasks: scheme.tasks.map((task) => ({
      department: name(task.department),
      items: task.items.map((code) => {
        const item = items.find((candidate) => candidate.code === code);
        return { name: item?.name ?? code, basis: (item?.basis ?? '').slice(0, 300) };
      }),
      officers: task.officers,
      qualifications: task.qualifications,
    })),
    scope: {
      ...scheme.scope,
      industries: scheme.scope.industries.map(codes),
      divisions: scheme.scope.divisions.map(codes),
    },
    objectsInScope: (await scopeCount(dataSource, scheme.scope)).total,
    strata: scheme.strata,
    windowFrom: scheme.windowFrom,
    windowTo: scheme.windowTo,
    objectsPerTrip: scheme.objectsPerTrip,
  };
}

async function codeNames(
  dataSource: DataSource,
  industries: string[],
  divisions: string[],
): Promise<(code: string) => string> {
  const rows: { code: string; name: string }[] = await dataSource.query(
    `SELECT code, name FROM industry WHERE code = ANY($1::text[]) UNION ALL SELECT short_code, name FROM division WHERE short_code = ANY($2::text[])`,
    [industries, divisions],
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return (code) => names.get(code) ?? code;
}
