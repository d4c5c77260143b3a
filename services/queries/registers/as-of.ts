/**
 * What a column said before its first change after a moment, '' for nothing; NULL where it has not changed since.
 * @param id SQL that gives the row's id in its register
 * @param moment SQL that gives a timestamp or NULL
 */
export const saidBefore = (
  register: 'object' | 'department' | 'inspector',
  id: string,
  column: string,
  moment: string,
): string =>
  `(SELECT COALESCE(rc.before->>'${column}', '') FROM register_change rc
    WHERE rc.register = '${register}' AND rc.subject_id = ${id} AND rc.at > ${moment} AND rc.before ? '${column}' ORDER BY rc.id LIMIT 1)`;

/**
 * A column of object `o` as it stood at a moment. Without a moment, as it stands now.
 * @param moment SQL that gives a timestamp or NULL
 */
export const objectAsOf = (column: 'name' | 'address' | 'legal_representative' | 'status', moment: string): string =>
  `COALESCE(${saidBefore('object', 'o.id::text', column, moment)}, o.${column})`;
