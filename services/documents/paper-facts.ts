import type { Queryable } from '../../db/queryable';
import { asSentence } from '../../domain/documents/as-sentence';
import { Refusal } from '../../domain/refusal';
import { upgraded, type CaseState, type Process } from '../../domain/process';
import { processOf } from '../../domain/processes';
import type { ScopeCount } from '../../domain/facts';
import { forecastDraw } from '../../domain/joint-check/draw-forecast';
import { drawnFrom, type ItemInForce, type Scheme, type Stratum } from '../../domain/joint-check/scheme';
import { scopeCount } from '../queries/registers/scope-count';

/** The recorded state of a case that a paper is about. */
export async function stateOf<S extends CaseState>(db: Queryable, id: string): Promise<S> {
  const states = await statesOf<S>(db, [id]);
  return states.get(id) as S;
}

/**
 * The recorded states of cases that papers are about, in today's form.
 * @throws RangeError where one is not there
 */
export async function statesOf<S extends CaseState>(db: Queryable, ids: readonly string[]): Promise<Map<string, S>> {
  const rows: { id: string; state: S }[] = await db.query(
    'SELECT id, state FROM official_case WHERE id = ANY($1::text[])',
    [[...new Set(ids)]],
  );
  const states = new Map(rows.map(({ id, state }) => [id, upgraded(processOf(id) as unknown as Process<S>, state)]));
  const missing = ids.find((id) => !states.has(id));
  if (missing) throw new RangeError(`There is no case ${missing}, so its paper cannot be drawn.`);
  return states;
}

/** Full names of units, as they stand in their seals. */
export async function sealNames(db: Queryable): Promise<(code: string) => string> {
  const rows: { code: string; name: string }[] = await db.query(
    'SELECT code, COALESCE(full_name, name) AS name FROM department',
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return (code) => names.get(code) ?? code;
}

/**
 * Whom to ask about a paper: the handler of the unit, by name, and the unit's own number.
 * @throws Refusal PHONE_MISSING where the unit has none: a paper that names nobody to call is not issued
 */
export async function contactOf(db: Queryable, department: string): Promise<{ person: string; phone: string }> {
  const rows: { person: string | null; phone: string | null; unit: string }[] = await db.query(
    `SELECT (SELECT a.name FROM account a WHERE a.department = d.code AND a.active AND NOT a.machine AND a.capacities && '{departmentHandler,officeHandler}' ORDER BY a.username LIMIT 1) AS person,
       d.phone, d.name AS unit FROM department d WHERE d.code = $1`,
    [department],
  );
  const { person = null, phone = null, unit = department } = rows[0] ?? {};
  if (!phone) throw new Refusal('PHONE_MISSING', { unit });
  return { person: person ?? '经办人', phone };
}

/** Public numbers of units that have one. */
export async function phonesOf(db: Queryable): Promise<Map<string, string>> {
  const rows: { code: string; phone: string }[] = await db.query(
    'SELECT code, phone FROM department WHERE phone IS NOT NULL',
  );
  return new Map(rows.map(({ code, phone }) => [code, phone]));
}

/** How a paper calls the unit that it goes to or comes from: 局, 委员会 and the like by the last word of its name. */
export function ownWord(fullName: string): string {
  if (fullName.endsWith('委员会')) return '委';
  if (fullName.endsWith('办公室')) return '办';
  return /(局|大队|支队|中心|公司|院|会|行)$/u.exec(fullName)?.[1] ?? '单位';
}

/** A scheme in the words of a paper. */
export async function schemeSummary(
  db: Queryable,
  check: { number: string; lead: string; scheme: Scheme; items: ItemInForce[] },
) {
  const name = await sealNames(db);
  const items: { code: string; name: string; basis: string | null }[] = await db.query(
    `SELECT v.item_code AS code, v.name, v.basis FROM jsonb_to_recordset($1::jsonb) AS item(code text, version int)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version`,
    [JSON.stringify(check.items)],
  );
  const codes = await codeNames(db, [...check.scheme.scope.industries], [...check.scheme.scope.divisions]);
  const { scheme } = check;
  const inScope = await scopeCount(db, scheme.scope);
  return {
    check: { number: check.number, title: scheme.title },
    purpose: asSentence(scheme.purpose),
    lead: name(check.lead),
    tasks: scheme.tasks.map((task) => ({
      department: name(task.department),
      items: task.items.map((code) => {
        const item = items.find((candidate) => candidate.code === code);
        return { name: item?.name ?? code, basis: item?.basis ?? '' };
      }),
      officers: task.officers,
      qualifications: task.qualifications,
    })),
    scope: {
      ...scheme.scope,
      industries: scheme.scope.industries.map(codes),
      divisions: scheme.scope.divisions.map(codes),
    },
    objectsInScope: inScope.total,
    strata: scheme.strata,
    quotas: quotasOf(inScope, scheme.strata),
    windowFrom: scheme.windowFrom,
    windowTo: scheme.windowTo,
    objectsPerTrip: scheme.objectsPerTrip,
    unannouncedBasis: scheme.unannouncedBasis ?? '',
  };
}

/** Base and number of each stratum, as the register stands: both are printed with a ratio. */
function quotasOf(inScope: ScopeCount, strata: readonly Stratum[]): { base: number; number: number }[] {
  const forecast = forecastDraw(inScope, strata).strata;
  return strata.map((stratum) => {
    const of = forecast.find((line) => line.of === drawnFrom(stratum));
    return { base: of?.inScope ?? 0, number: of?.drawn ?? 0 };
  });
}

async function codeNames(db: Queryable, industries: string[], divisions: string[]): Promise<(code: string) => string> {
  const rows: { code: string; name: string }[] = await db.query(
    `SELECT code, name FROM industry WHERE code = ANY($1::text[]) UNION ALL SELECT short_code, name FROM division WHERE short_code = ANY($2::text[])`,
    [industries, divisions],
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return (code) => names.get(code) ?? code;
}
