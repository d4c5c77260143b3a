/** One record of a person's file. */
export interface TableRow {
  /** Number of the record; the header is not counted. */
  row: number;
  /** Physical line on which it starts. */
  line: number;
  cells: string[];
}
