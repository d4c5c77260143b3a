import { rowsOf, sql, words } from '../../../db/sql';
import type { Queryable } from '../../../db/queryable';
import { draw } from '../../../domain/draw/process';
import { masked, withoutCards } from '../../../domain/identity-card';
import { jointCheck } from '../../../domain/joint-check/process';
import { schemeOfToday, type ItemInForce, type Scheme } from '../../../domain/joint-check/scheme';
import type { OrderedList } from '../ordered-list';
import { saidBefore } from '../registers/as-of';

export interface ApprovedCheck {
  place: string;
  number: string;
  title: string;
  stage: string;
  lead: string;
  departments: string[];
  /** Names of the departments as they were on the day of approval. */
  departmentNames: Record<string, string>;
  scheme: Scheme;
  /** Items with the version that the check runs under. */
  items: ItemInForce[];
  approvedAt: string;
  /** When it was withdrawn or terminated. */
  endedAt: string | null;
  /** 公开说明 of its end; never the reason that was written inside. */
  publicNote: string | null;
  /** Objects in the list that was frozen last (抽查基数); nothing before one is frozen. */
  objects: number | null;
  /** Objects drawn; told only once the draw is opened, so that nobody is warned. */
  drawn: number | null;
}

const ofDraw = (value: string, condition: string) =>
  `(SELECT ${value} FROM official_case d WHERE d.parent_id = c.id AND d.kind = '${draw.kind}' AND d.stage <> 'cancelled' AND ${condition})`;

/** Older checks have strata of an earlier form, and may have been written before their texts were asked for what must not go public. */
const inTodaysForm = (row: ApprovedCheck): ApprovedCheck => ({
  ...row,
  title: withoutCards(row.title),
  scheme: masked(schemeOfToday(row.scheme)),
  publicNote: row.publicNote === null ? null : withoutCards(row.publicNote),
});

/** A later renaming is a row of the histories with the name that was before it. */
const namesThen = `(SELECT jsonb_object_agg(u.code, COALESCE(${saidBefore('department', 'u.code', 'name', `(c.state->'decision'->>'decidedAt')::timestamptz`)}, u.name))
  FROM department u WHERE u.code = ANY(c.departments))`;

/** Approved joint checks as the public sees them: what is to be checked, by whom, how many; never which firms. */
export function approvedChecks(): OrderedList<ApprovedCheck> {
  return {
    columns:
      words(`c.number AS place, c.number, c.title, c.stage, c.lead_department AS lead, c.departments, ${namesThen} AS "departmentNames", c.state->'scheme' AS scheme,
      c.state->'items' AS items, c.state->'decision'->>'decidedAt' AS "approvedAt",
      c.state->'ending'->>'at' AS "endedAt", c.state->'ending'->>'publicNote' AS "publicNote",
      ${ofDraw(`(array_agg((d.state->'pool'->>'objects')::int ORDER BY d.number DESC))[1]`, `d.state ? 'pool'`)} AS objects,
      ${ofDraw(`sum((d.state->>'drawn')::int)::int`, `d.stage = 'opened'`)} AS drawn`),
    from: sql`official_case c`,
    where: sql`c.kind = ${jointCheck.kind} AND c.state->'decision'->>'outcome' LIKE 'approve%'`,
    order: ['c.number'],
    placeOf: (place) => [sql`${place}`],
    seen: inTodaysForm,
  };
}

/** One approved check; nothing for a number that none has. */
export async function approvedCheck(database: Queryable, number: string): Promise<ApprovedCheck | undefined> {
  const { columns, from, where } = approvedChecks();
  const [row] = await rowsOf<ApprovedCheck>(
    database,
    sql`SELECT ${columns} FROM ${from} WHERE ${where} AND c.number = ${number}`,
  );
  return row && inTodaysForm(row);
}
