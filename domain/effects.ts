import type { CaseKind } from './case-states';
import type { DocumentKind } from './documents/kinds';

/** What follows an act once it is recorded. Every effect is carried out at least once and is idempotent by its key. */
export type Effect =
  | { kind: 'openCase'; process: CaseKind; id: string; state: unknown }
  | { kind: 'tellCase'; id: string; act: string; input: Record<string, unknown>; submission: string }
  | { kind: 'issueDocument'; document: DocumentKind; subject: string; key: string; department?: string }
  | { kind: 'startVisits'; check: string; batch: string }
  | { kind: 'tellVisits'; check: string; act: string; input: Record<string, unknown>; submission: string }
  | { kind: 'reviewProgress'; check: string; batch: string }
  | { kind: 'wakeExchange'; platform: string };
