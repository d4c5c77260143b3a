/** Columns that a row keeps about itself: no person wrote them, and nobody is told of their change. */
export const keptColumns: ReadonlySet<string> = new Set([
  'id',
  'import_batch',
  'updated_at',
  'changed_at',
  'changed_by',
  'version',
]);
