/**
 * A column of object `o` as it stood at a moment: what the first change after it says was there before. Without a moment,
 * as it stands now.
 * @param moment SQL that gives a timestamp or NULL
 */
export const objectAsOf = (column: 'name' | 'address' | 'legal_representative', moment: string): string =>
  `COALESCE((SELECT COALESCE(rc.before->>'${column}', '') FROM register_change rc
    WHERE rc.register = 'object' AND rc.subject_id = o.id::text AND rc.at > ${moment} AND rc.before ? '${column}' ORDER BY rc.id LIMIT 1), o.${column})`;

/**
 * The moment by which a visit's firm is named: its notice, or where there was none its first record; NULL before both, so
 * that what is still to be written names the firm as it is now.
 * @param visit SQL that gives the visit's id
 */
export const momentOfVisit = (visit: string): string =>
  `COALESCE((SELECT max(n.at) FROM acts n WHERE n.subject_kind = 'visit' AND n.subject_id = ${visit} AND n.act = 'visit.issueNotice'),
    (SELECT min(e.entered_at) FROM result_version e WHERE e.visit_id = ${visit}))`;
