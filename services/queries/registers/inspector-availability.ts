import { sql, words, type Sql } from '../../../db/sql';
import { sameFirm } from './twins';

/** Whether inspector `i` holds a certificate that is valid on the day of parameter `$at`. */
export const certifiedOn = (at: number): string => certified(`$${at}`);

const certified = (day: string): string =>
  `EXISTS (SELECT 1 FROM jsonb_to_recordset(i.certificates) AS c("expiresOn" date) WHERE c."expiresOn" >= ${day}::date)`;

/** Whether a name among the recusals of inspector `i` waits for a person to say which firm it is. */
export const recusalOpen =
  'EXISTS (SELECT 1 FROM recusal_name rn WHERE rn.inspector_id = i.id AND rn.resolved_at IS NULL)';

/** Whether inspector `i` can act on the day of parameter `$at`: on duty, certified (M3), and with recusals that all name a firm. */
export const availableOn = (at: number): string => available(`$${at}`);

/** The same for a day, as a piece of a statement. */
export function availableOnDay(day: string): Sql {
  const [before = '', after = ''] = available('?').split('?');
  return sql`${words(before)}${day}${words(after)}`;
}

const available = (day: string): string => `(i.duty_status = 'onDuty' AND ${certified(day)} AND NOT ${recusalOpen})`;

/** Whether inspector `i` must keep away from the object of parameter `$object`, by whatever record of its firm that was said (行政处罚法 第四十三条). */
export const recusedFor = (object: number): string =>
  `EXISTS (SELECT 1 FROM recusal r JOIN check_object ro ON ro.id = r.object_id JOIN check_object so ON so.id = $${object} AND ${sameFirm('ro', 'so')}
    WHERE r.inspector_id = i.id)`;

/** Whether inspector `i` may be sent to the object of parameter `$object` on the day of `$at`: available, and not recused for it or another record of the same firm. */
export const sendableOn = (object: number, at: number): string => `(${availableOn(at)} AND NOT ${recusedFor(object)})`;
