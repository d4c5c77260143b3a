import { canonicalJson } from './canonical-json';

/** Fields of one official act in the log (05-audit-log.md); hashes are lower-case hex of canonical content. */
export interface ActEntry {
  act: string;
  actor: { account: string; capacity: string; department: string; onBehalfOf?: string };
  /** UTC with milliseconds and Z. */
  at: string;
  subject: { id: string; kind: string };
  before?: string;
  after?: string;
  attachments?: readonly string[];
  reason?: string;
  workflow?: { id: string; run: string };
}

const UTC_MILLISECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;

function requireHash(name: string, value: string): void {
  if (SHA256_HEX.test(value)) return;
  throw new RangeError(
    `"${name}" of an act entry is not a SHA-256 in lower-case hex. Give the hash of the canonical content.`,
  );
}

/**
 * Canonical text of an act's log entry; absent fields are left out, others cannot slip in.
 * @throws RangeError if `at` or a hash is not in its form
 * @throws CanonicalJsonError if a text has no UTF-8 form
 */
export function actEntryText(entry: ActEntry): string {
  if (!UTC_MILLISECONDS.test(entry.at) || Number.isNaN(Date.parse(entry.at))) {
    throw new RangeError(
      '"at" of an act entry is not a time in UTC with milliseconds and Z. Give it as 2026-11-24T13:15:00.000Z.',
    );
  }
  if (entry.before !== undefined) requireHash('before', entry.before);
  if (entry.after !== undefined) requireHash('after', entry.after);
  entry.attachments?.forEach((hash) => requireHash('attachments', hash));
  const { account, capacity, department, onBehalfOf } = entry.actor;
  return canonicalJson({
    act: entry.act,
    actor: { account, capacity, department, onBehalfOf },
    after: entry.after,
    at: entry.at,
    attachments: entry.attachments,
    before: entry.before,
    reason: entry.reason,
    subject: { id: entry.subject.id, kind: entry.subject.kind },
    v: 1,
    workflow: entry.workflow && { id: entry.workflow.id, run: entry.workflow.run },
  });
}
