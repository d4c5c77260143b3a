import type { Queryable } from '../../../db/queryable';
import { rowsOf, sql } from '../../../db/sql';
import { shiftDay } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';
import { readSetting } from './read-setting';

/** A firm's class that a person changed, not a load. */
export interface HandChangedClass {
  object: string;
  code: string | null;
  was: string | null;
  is: string | null;
  by: string | null;
  department: string;
  at: Date;
  reason: string | null;
}

/**
 * Classes of the firms of a scope that were changed by hand within the days that the county looks back, newest first. The
 * scope's classes do not count: whoever was changed out of one is who is looked for.
 */
export async function handChangedClasses(
  database: Queryable,
  scope: Scope,
  now: Date,
): Promise<{ days: number; changes: HandChangedClass[] }> {
  const today = shanghaiDay(now);
  const days = await readSetting(database, 'draw.handChangedClassDays', today);
  const changes = await rowsOf<HandChangedClass>(
    database,
    sql`SELECT o.name AS object, COALESCE(o.uscc, o.registration_no) AS code, c.before->>'risk_class' AS was, c.after->>'risk_class' AS is,
        p.name AS by, a.department, c.at, a.reason
      FROM register_change c JOIN acts a ON a.id = c.act_id AND a.act = 'object.edit'
        JOIN check_object o ON o.id = c.subject_id::uuid LEFT JOIN account p ON p.id::text = c.actor
      WHERE c.register = 'object' AND c.cause <> 'imported' AND c.after ? 'risk_class' AND c.at >= (${shiftDay(today, -days)} || ' 00:00+08')::timestamptz
        AND ${scopeCondition({ ...scope, riskClasses: [] })}
      ORDER BY c.at DESC, c.id DESC`,
  );
  return { days, changes };
}
