import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { nodeSha256 } from '../../connectors/node-sha256';
import type { Actor } from '../../domain/actor';
import { actEntryText } from '../../domain/proof/act-entry';
import { actLeaf } from '../../domain/proof/act-leaf';
import { plainText } from '../../domain/proof/plain-text';

export interface EntryInput {
  act: string;
  actor: Actor;
  at: Date;
  subject: { kind: string; id: string };
  /** What makes the act the same when it is sent again; unique for its subject. */
  submission: string;
  before?: unknown;
  after?: unknown;
  /** SHA-256 of each attached file, hex. */
  attachments?: readonly string[];
  reason?: string;
  workflow?: { id: string; run: string };
  /** What the person said, for the timeline. */
  detail?: unknown;
}

/**
 * Writes the entry of an official act in the transaction of the act (05-audit-log.md). There is no other way into `acts`.
 * @param manager of the open transaction
 * @returns the entry's id; `duplicate` where this subject already holds this submission, and nothing was written
 */
export async function appendEntry(
  manager: EntityManager,
  input: EntryInput,
): Promise<{ id: string; duplicate: boolean }> {
  const entry = actEntryText({
    act: input.act,
    actor: input.actor,
    at: input.at.toISOString(),
    subject: { id: input.subject.id, kind: input.subject.kind },
    before: contentHash(input.before),
    after: contentHash(input.after),
    attachments: input.attachments?.length ? input.attachments : undefined,
    reason: input.reason,
    workflow: input.workflow,
  });
  const salt = randomBytes(32);
  const { leafHash } = actLeaf(nodeSha256, { salt, entry });
  const { account, capacity, department } = input.actor;
  const inserted: { id: string }[] = await manager.query(
    `INSERT INTO acts (act, subject_kind, subject_id, submission, account, capacity, department, at, reason, entry, salt, leaf_hash, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (subject_kind, subject_id, submission) DO NOTHING RETURNING id`,
    [
      input.act,
      input.subject.kind,
      input.subject.id,
      input.submission,
      account,
      capacity,
      department,
      input.at,
      input.reason ?? null,
      entry,
      salt,
      Buffer.from(leafHash, 'hex'),
      input.detail === undefined ? null : JSON.stringify(input.detail),
    ],
  );
  if (inserted[0]) return { id: inserted[0].id, duplicate: false };
  const earlier: { id: string }[] = await manager.query(
    'SELECT id FROM acts WHERE subject_kind = $1 AND subject_id = $2 AND submission = $3',
    [input.subject.kind, input.subject.id, input.submission],
  );
  return { id: earlier[0]?.id ?? '', duplicate: true };
}

/** SHA-256 of the canonical form of plain JSON, hex; nothing for nothing. */
export function contentHash(content: unknown): string | undefined {
  if (content === undefined || content === null) return undefined;
  return createHash('sha256').update(plainText(content)).digest('hex');
}
