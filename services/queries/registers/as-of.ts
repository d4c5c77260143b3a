/**
 * A column of object `o` as it stood at a moment: what the first change after it says was there before. Without a moment,
 * as it stands now.
 * @param moment SQL that gives a timestamp or NULL
 */
export const objectAsOf = (column: 'name' | 'address' | 'legal_representative', moment: string): string =>
  `COALESCE((SELECT COALESCE(rc.before->>'${column}', '') FROM register_change rc
    WHERE rc.register = 'object' AND rc.subject_id = o.id::text AND rc.at > ${moment} AND rc.before ? '${column}' ORDER BY rc.id LIMIT 1), o.${column})`;
