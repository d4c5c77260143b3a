/** Whether a piece `p` is done: asked of the acts alone, so that a program that was stopped in between knows it as well. */
export const isDonePiece = `EXISTS (SELECT 1 FROM acts a WHERE a.subject_kind = split_part(p.case_id, '/', 1) AND a.subject_id = p.case_id AND a.submission = p.submission)`;
