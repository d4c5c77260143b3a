import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../db/queryable';
import { Refusal } from '../../domain/refusal';
import type { ActRequest, SignedRequest } from '../../domain/request';
import { requestText } from '../../domain/request';
import type { Rules } from '../../domain/processes';
import type { AskedAct } from './decide-act';
import { openingPlace } from './source-of';

/** More acts of one person on one case in a minute are no person's work; the same submission again does not count. */
const actsAMinute = 40;

export interface RequestWorld {
  rules: Rules;
  sign(request: ActRequest): SignedRequest;
  now(): Date;
}

/**
 * Signs a person's request and keeps it, so that the engine need carry nothing but its key.
 * @throws Refusal TOO_MANY_ACTS
 */
export async function keepRequest(
  manager: Queryable,
  world: RequestWorld,
  asked: AskedAct,
): Promise<{ key: string; place: string; opens: boolean }> {
  const { act, actor, caseId, submission } = asked;
  const key = randomUUID();
  const found = world.rules.findAct(act);
  // Signed as the schema reads it: what is kept and bound is what was judged.
  const read = found?.act.input.safeParse(asked.input);
  const { request, keyId, signature } = world.sign({
    v: 1,
    key,
    act,
    actor,
    ...(caseId === undefined ? {} : { case: caseId }),
    input: plain(read?.success ? read.data : asked.input),
    submission,
    at: world.now().toISOString(),
  });
  const kept: unknown[] = await manager.query(
    `INSERT INTO act_request (key, case_id, act, account, submission, at, body, key_id, signature)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
     WHERE (SELECT count(DISTINCT r.submission) FROM act_request r WHERE r.account = $4 AND r.at > $6::timestamptz - interval '1 minute'
       AND r.case_id IS NOT DISTINCT FROM $2 AND r.submission <> $5) < $10
     RETURNING key`,
    [
      key,
      caseId ?? null,
      act,
      actor.account,
      submission,
      request.at,
      requestText(request),
      keyId,
      signature,
      actsAMinute,
    ],
  );
  if (kept.length === 0) throw new Refusal('TOO_MANY_ACTS');
  return { key, place: caseId ?? openingPlace(key), opens: caseId === undefined };
}

function plain(input: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
}
