import { sql, type Sql } from '../../../db/sql';
import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeCondition } from '../../draw/scope-condition';
import type { Reader } from '../cases/may-read-case';
import { wholeObjectFor } from './object-visibility';

/** Of a scope what every department reads of an object: kind, place and industry. */
export const openPart = (scope: Scope): Scope => ({ ...scope, tags: [], riskClasses: [] });

/**
 * The objects of a scope as far as a reader may know them, as a condition on `check_object o`: chosen by class or tag, it
 * holds of those alone whose whole row the reader sees, as the filters of the register do.
 */
export function scopeFor(reader: Reader, scope: Scope): Sql {
  const guarded = scope.tags.length > 0 || scope.riskClasses.length > 0;
  return guarded ? sql`(${wholeObjectFor(reader)} AND ${scopeCondition(scope)})` : scopeCondition(scope);
}
