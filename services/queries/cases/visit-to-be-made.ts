/** Whether a row of `visit_result` is of a visit that nobody has made yet, in SQL. */
export const toBeMade = (row: string): string =>
  `${row}.visit_stage IN ('awaitingDate', 'scheduled', 'noticed') AND ${row}.result_version = 0 AND ${row}.stage <> 'excused'`;
