import type { DataSource } from 'typeorm';
import { rowsOf, sql } from '../../../db/sql';
import type { Act } from '../../../domain/act';
import { differences, flat } from '../../../domain/difference';
import type { Made } from '../../../domain/replaces';
import { said } from './said';
import type { Reader } from './may-read-case';

/** A field that another changed: what it was, what it is, who changed it and when. */
export interface Changed {
  field: string;
  was: unknown;
  is: unknown;
  by: string | null;
  at: string;
}

interface Version {
  values: Record<string, unknown>;
  by: string | null;
  at: Date;
}

/**
 * What changed between the version that a person had before them and the one that stands, field by field. Only what this
 * reader may read is told: what a unit drafts for itself is found by that unit alone.
 */
export async function changedSince(
  dataSource: DataSource,
  reader: Reader,
  caseId: string,
  { replaces }: Pick<Act, 'replaces'>,
  { seen, current }: { seen: number; current: number },
): Promise<Changed[]> {
  if (!replaces || seen >= current) return [];
  const { made } = replaces;
  if (made.in === 'recordForms') return between(await formsSince(dataSource, reader, caseId, seen));
  const acts = await actsOf(dataSource, reader, caseId, made);
  // Versions are counted from the newest back, because a case of before may have had acts that no counter counted.
  const first = Math.max(0, acts.length - (current - seen));
  return between([
    { values: folded(acts.slice(0, first), made), by: null, at: new Date(0) },
    ...stages(acts, first, made),
  ]);
}

/** The version that was seen, as nothing where there was none, and every one since. */
async function formsSince(
  dataSource: DataSource,
  { department }: Reader,
  visit: string,
  seen: number,
): Promise<Version[]> {
  const rows: (Version & { version: number })[] = await dataSource.query(
    `SELECT v.version, v.form AS values, a.name AS by, v.entered_at AS at
     FROM result_version v LEFT JOIN account a ON a.id::text = v.entered_by
     WHERE v.visit_id = $1 AND v.department = $2 AND v.version >= $3 ORDER BY v.version`,
    [visit, department, seen],
  );
  return rows[0]?.version === seen ? rows : [{ values: {}, by: null, at: new Date(0) }, ...rows];
}

interface MadeBy extends Version {
  act: string;
}

async function actsOf(
  dataSource: DataSource,
  { department }: Reader,
  caseId: string,
  made: Extract<Made, { in: 'acts' }>,
): Promise<MadeBy[]> {
  const rows = await rowsOf<MadeBy & { department: string }>(
    dataSource,
    sql`SELECT a.act, ${said} AS values, p.name AS by, a.at, a.department
     FROM acts a LEFT JOIN account p ON p.id::text = a.account WHERE a.subject_id = ${caseId} ORDER BY a.at, a.id`,
  );
  return rows.filter((row) => made.by(row.act) && (made.unit === 'any' || row.department === department));
}

/** What stood after each act from `first` on. */
function stages(acts: MadeBy[], first: number, made: Extract<Made, { in: 'acts' }>): Version[] {
  return acts.slice(first).map((act, index) => ({ ...act, values: folded(acts.slice(0, first + index + 1), made) }));
}

/** What was said by all acts so far: each replaces what it says itself, and an emptying one all of it. */
function folded(acts: MadeBy[], { emptying = [] }: Extract<Made, { in: 'acts' }>): Record<string, unknown> {
  return acts.reduce<Record<string, unknown>>((before, { act, values }) => {
    const { version: _seen, ...now } = values ?? {};
    return emptying.includes(act) ? now : { ...before, ...now };
  }, {});
}

/** The difference of the last version to the first, each field with whoever changed it last. */
function between(versions: Version[]): Changed[] {
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last || first === last) return [];
  return differences(first.values, last.values).map((difference) => {
    const maker = versions.findLast((version, index) => {
      const before = versions[index - 1];
      if (!before) return false;
      const [was, is] = [flat(before.values).get(difference.field), flat(version.values).get(difference.field)];
      return JSON.stringify(was) !== JSON.stringify(is);
    });
    return { ...difference, by: maker?.by ?? null, at: (maker ?? last).at.toISOString() };
  });
}
