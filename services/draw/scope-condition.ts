import type { Scope } from '../../domain/joint-check/scheme';

/** The objects of a scope as a condition on `check_object o`, with parameters from `$first` on; no list, no limit of that sort. */
export function scopeCondition(scope: Scope, first = 1): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const next = (value: unknown) => `$${first + parameters.push(value) - 1}`;
  const conditions = ['TRUE'];
  if (scope.kinds.length > 0) conditions.push(`o.kind = ANY(${next(scope.kinds)}::text[])`);
  if (scope.riskClasses.length > 0) conditions.push(`o.risk_class = ANY(${next(scope.riskClasses)}::text[])`);
  if (scope.tags.length > 0) conditions.push(`o.tags && ${next(scope.tags)}::text[]`);
  if (scope.divisions.length > 0)
    conditions.push(`o.division LIKE ANY(${next(scope.divisions.map((code) => `${code}%`))}::text[])`);
  if (scope.industries.length > 0) {
    // A letter names a section of GB/T 4754; its classes stand below it in the table of industries.
    const prefixes = scope.industries.filter((code) => /^\d/.test(code)).map((code) => `${code}%`);
    const sections = scope.industries.filter((code) => /^[A-T]$/.test(code));
    conditions.push(
      `(o.industry LIKE ANY(${next(prefixes)}::text[]) OR left(o.industry, 2) IN (SELECT code FROM industry WHERE parent = ANY(${next(sections)}::text[])))`,
    );
  }
  return { sql: conditions.join(' AND '), parameters };
}
