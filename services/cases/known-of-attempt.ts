import type { Actor } from '../../domain/actor';
import type { Queryable } from '../../db/queryable';
import { uuidOrNull } from '../../db/uuid-or-null';

/** The act that stands under a submission already. */
export interface EarlierAct {
  caseId: string;
  number: string;
  act: string;
  account: string;
  stage: string;
  /** When it was done, in ISO form. */
  at: string;
  detail: { input?: Record<string, unknown> } | null;
}

/** An account as it stands now. */
export interface AskingAccount {
  department: string;
  capacities: string[];
  active: boolean;
  inspector: string | null;
  /** It has acted on this case for another unit. */
  elsewhere: boolean;
}

export interface Attempt {
  kind: string;
  /** The case, where there is one. */
  subject: string | undefined;
  submission: string;
  actor: Actor;
}

/** What the rows know of an attempt: whether it was recorded before, and who asks. */
export interface KnownOfAttempt {
  earlier: EarlierAct | null;
  account: AskingAccount | null;
}

/** What the rows know of an attempt. One question, because every act asks it. */
export async function knownOfAttempt(
  manager: Queryable,
  { kind, subject, submission, actor }: Attempt,
): Promise<KnownOfAttempt> {
  const rows: [KnownOfAttempt] = await manager.query(
    `SELECT
       (SELECT jsonb_build_object('caseId', c.id, 'number', c.number, 'act', a.act, 'account', a.account, 'stage', c.stage, 'at', a.at, 'detail', a.detail)
        FROM acts a JOIN official_case c ON c.id = a.subject_id
        WHERE a.subject_kind = $1 AND a.subject_id = $2 AND a.submission = $3) AS earlier,
       (SELECT jsonb_build_object('department', p.department, 'capacities', p.capacities, 'active', p.active, 'inspector', p.inspector_id,
          'elsewhere', EXISTS (SELECT 1 FROM acts a WHERE a.subject_id = $2 AND a.account = $4 AND a.department <> $5))
        FROM account p WHERE p.id = $6::uuid) AS account`,
    [kind, subject ?? null, submission, actor.account, actor.department, uuidOrNull(actor.account)],
  );
  return rows[0];
}
