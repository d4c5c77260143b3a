/**
 * How every CSV of ours is written. A single line feed or carriage return in a cell is quoted, too: the writer quotes only
 * the pair that ends its own lines, and spreadsheets and our own reader take either alone as an end.
 */
export const csvWriting = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;
