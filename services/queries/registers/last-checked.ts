import { recordsOf } from './twins';

/**
 * SQL for the day on which the firm of object `o` was last checked: what the register was told, or the latest of our own reviewed
 * results, under whatever record of the firm. Read where it is shown, so that a correction of a result's day is never missed.
 */
export const lastChecked = `GREATEST(o.last_checked_on, (SELECT max(r.completed_on) FROM ${recordsOf('o')} record JOIN visit_result r ON r.object_id = record.id AND r.stage = 'reviewed'))`;
