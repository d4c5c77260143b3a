import type { DataSource } from 'typeorm';

export interface AnswerFiles {
  department: string;
  round: number;
  attachments: string[];
}

/** What came with the answers that departments sent in the rounds of a check. */
export async function answerFiles(dataSource: DataSource, check: string): Promise<AnswerFiles[]> {
  return dataSource.query(
    `SELECT letter.key AS department, (c.state->>'round')::int AS round,
       ARRAY(SELECT jsonb_array_elements_text(letter.value->'answer'->'attachments')) AS attachments
     FROM official_case c CROSS JOIN LATERAL jsonb_each(c.state->'letters') letter
     WHERE c.parent_id = $1 AND c.kind = 'consultation' AND jsonb_array_length(COALESCE(letter.value->'answer'->'attachments', '[]')) > 0`,
    [check],
  );
}
