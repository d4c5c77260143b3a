import { words } from '../../../db/sql';

/**
 * What was said with an act of `acts a`: of a person's act on a case the input of the signed request, of an act on a
 * message or a register what was noted with it.
 */
export const said = words(`COALESCE(a.detail->'input', a.detail)`);
