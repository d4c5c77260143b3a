import { every, sql, type Sql } from '../../db/sql';
import type { Scope } from '../../domain/joint-check/scheme';
import { normalForm } from '../../domain/text/normal-form';

/** The objects of a scope as a condition on `check_object o`; no list, no limit of that sort. */
export function scopeCondition(scope: Scope): Sql {
  const conditions: Sql[] = [];
  if (scope.kinds.length > 0) conditions.push(sql`o.kind = ANY(${scope.kinds}::text[])`);
  if (scope.riskClasses.length > 0) conditions.push(sql`o.risk_class = ANY(${scope.riskClasses}::text[])`);
  if (scope.tags.length > 0) conditions.push(sql`o.tag_keys && ${scope.tags.map(normalForm)}::text[]`);
  if (scope.divisions.length > 0) conditions.push(sql`o.division LIKE ANY(${beginnings(scope.divisions)}::text[])`);
  if (scope.industries.length > 0) {
    // A letter names a section of GB/T 4754; its classes stand below it in the table of industries.
    const classes = scope.industries.filter((code) => /^\d/.test(code));
    const sections = scope.industries.filter((code) => /^[A-T]$/.test(code));
    conditions.push(
      sql`o.industry LIKE ANY(${beginnings(classes)}::text[]) OR left(o.industry, 2) IN (SELECT code FROM industry WHERE parent = ANY(${sections}::text[]))`,
    );
  }
  return every(conditions);
}

const beginnings = (codes: readonly string[]) => codes.map((code) => `${code}%`);
