/**
 * The moment by which a visit's firm is named: its notice, or where there was none its first record; NULL before both, so
 * that what is still to be written names the firm as it is now.
 * @param visit SQL that gives the visit's id
 */
export const momentOfVisit = (visit: string): string =>
  `COALESCE((SELECT max(n.at) FROM acts n WHERE n.subject_kind = 'visit' AND n.subject_id = ${visit} AND n.act = 'visit.issueNotice'),
    (SELECT min(e.entered_at) FROM result_version e WHERE e.visit_id = ${visit}))`;
