import type { EntityManager } from 'typeorm';
import type { Effect } from '../../domain/effects';
import type { StoredOutcome } from '../../domain/outcome';
import type { CaseState } from '../../domain/process';
import { mailReminded } from '../mail/mail-reminded';
import { appendEntry, contentHash } from '../entries/append-entry';
import { enqueue } from '../exchange/enqueue';
import { openingSubmission, takeCaseNumber } from '../numbers/case-numbers';
import { queueDocument } from '../documents/queue-document';
import type { CaseRow } from './case-row';
import type { AskedAct, Decision } from './decide-act';
import type { ToJudge } from './to-judge';
import type { JudgeWorld } from './judge-world';
import { project } from './project';
import type { Source } from './source-of';
import { writeCase } from './write-case';

interface ToRecord {
  asked: ToJudge;
  source: Source;
  act: AskedAct;
  decision: Extract<Decision, { kind: 'decided' }>;
  row: CaseRow | undefined;
}

/** Writes everything that an act changes, in the transaction in which it was judged. */
export async function recordDecision(
  manager: EntityManager,
  world: JudgeWorld,
  { asked, source, act, decision, row }: ToRecord,
): Promise<Extract<StoredOutcome, { kind: 'done' }>> {
  const { process, caseId, input, occasion, outcome } = decision;
  const detail =
    source.kind === 'person' ? { ...source.signed.request, ...signatureOf(source) } : { source: asked.key, input };
  const entry = await appendEntry(manager, {
    act: act.act,
    actor: act.actor,
    at: new Date(occasion.at),
    subject: { kind: process.kind, id: caseId },
    submission: act.submission,
    before: row?.state,
    after: outcome.next,
    // What was sent is bound by its hash, last (05-audit-log.md).
    attachments: [...(outcome.attachments ?? []), contentHash(detail) ?? ''],
    reason: outcome.reason,
    workflow: { id: asked.place, run: asked.run },
    detail,
  });
  if (occasion.number)
    await takeCaseNumber(manager, process.kind, occasion.number, openingSubmission(act.actor.account, act.submission));
  await writeCase(manager, process, outcome.next, { row, at: occasion.at, act: entry.id, dayEndsAt: world.dayEndsAt });
  await mailReminded(manager, { process, next: outcome.next, at: occasion.at, actor: act.actor });
  const recorded = {
    act: act.act,
    entry: entry.id,
    caseId,
    actor: act.actor,
    at: occasion.at,
    input,
    next: outcome.next,
    reason: outcome.reason,
    attachments: outcome.attachments,
    content: outcome.content,
  };
  await project(manager, recorded);
  for (const opened of (outcome.effects ?? []).flatMap(openedBy)) {
    const kind = world.rules.processOf(opened.id);
    const state = { ...opened, v: kind.version };
    await writeCase(manager, kind, state, { at: occasion.at, act: entry.id, dayEndsAt: world.dayEndsAt });
    await project(manager, { ...recorded, caseId: opened.id, next: state, content: undefined, attachments: undefined });
  }
  await keepEffects(manager, caseId, entry.id, outcome.effects ?? []);
  for (const message of outcome.outbox ?? []) await enqueue(manager, message);
  const { number, stage } = outcome.next;
  return { kind: 'done', receipt: { caseId, number, stage, at: occasion.at } };
}

function signatureOf({ signed }: Extract<Source, { kind: 'person' }>) {
  return { keyId: signed.keyId, signature: signed.signature };
}

function openedBy(effect: Effect): CaseState[] {
  return effect.kind === 'openCase' ? [effect.state as CaseState] : [];
}

/** Effects become rows; the state of an opened case stands in its own. A paper is on its case's list at once. */
async function keepEffects(manager: EntityManager, caseId: string, act: string, effects: Effect[]): Promise<void> {
  if (effects.length === 0) return;
  const rows = effects.map((effect, index) => ({
    key: `${act}/${index}`,
    kind: effect.kind,
    effect: effect.kind === 'openCase' ? { ...effect, state: undefined } : effect,
  }));
  await manager.query(
    `INSERT INTO case_effect (key, case_id, act_id, kind, effect, created_at)
     SELECT r.key, $1, $2, r.kind, r.effect, clock_timestamp() FROM ROWS FROM (jsonb_to_recordset($3::jsonb) AS (key text, kind text, effect jsonb)) WITH ORDINALITY AS r(key, kind, effect, place) ORDER BY r.place`,
    [caseId, act, JSON.stringify(rows)],
  );
  for (const effect of effects) if (effect.kind === 'issueDocument') await queueDocument(manager, effect);
}
