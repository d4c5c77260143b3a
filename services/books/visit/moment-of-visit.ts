/**
 * The moment by which a visit's firm is named: its notice, or where there was none its first record; NULL before both, so
 * that what is still to be written names the firm as it is now.
 * @param visit SQL that gives the visit's id
 */
export const momentOfVisit = (visit: string): string =>
  `COALESCE(${momentOfNotice(visit)},
    (SELECT min(e.entered_at) FROM result_version e WHERE e.visit_id = ${visit}))`;

/** When the notice went out last; NULL before. */
export function momentOfNotice(visit: string): string {
  return `(SELECT max(n.at) FROM acts n WHERE n.subject_kind = 'visit' AND n.subject_id = ${visit} AND n.act = 'visit.issueNotice')`;
}

/** When a record form of the visit was entered last, so that a blank form tells of now and a filled one of its day; NULL before. */
export const momentOfEntry = (visit: string): string =>
  `(SELECT max(e.entered_at) FROM result_version e WHERE e.visit_id = ${visit})`;
