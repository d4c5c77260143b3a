/**
 * SQL for the day on which object `o` was last checked: what the register was told, or the latest of our own reviewed
 * results. Read where it is shown, so that a correction of a result's day is never missed.
 */
export const lastChecked = `GREATEST(o.last_checked_on, (SELECT max(r.completed_on) FROM visit_result r WHERE r.object_id = o.id AND r.stage = 'reviewed'))`;
