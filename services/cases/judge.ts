import type { EntityManager } from 'typeorm';
import { askedTogether } from '../../db/asked-together';
import { isDatabaseAway } from '../../db/is-away';
import { systemActor } from '../../domain/actor';
import type { StoredOutcome } from '../../domain/outcome';
import { upgraded } from '../../domain/process';
import { Refusal } from '../../domain/refusal';
import type { Judged, Standing, Verdict } from '../../domain/standing';
import type { PreparedWork } from '../preparations/prepared-work';
import { holdCaseNumbers } from '../numbers/case-numbers';
import { lockCase, readCase, type CaseRow } from './case-row';
import { decideAct, knownOfAct, refusalAsOutcome, type AskedAct } from './decide-act';
import { countFault, settleFault } from './faults';
import type { JudgeWorld } from './judge-world';
import { findOutcome, keepOutcome } from './outcomes';
import { recordDecision } from './record-decision';
import type { ToJudge } from './to-judge';
import { clockKey, sourceOf, type Source } from './source-of';
import { dueStep, standingOf, standingOn } from './standing-of';
import { countStray } from './strays';

/** How often a preparation is made anew because the registers went on meanwhile. */
const preparationsAtMost = 5;

/** `stray`: why it counts as come past the web, although nothing stood against its key; `standing`: where it is known already. */
type Settled = { verdict: Verdict; caseId?: string; stray?: string; standing?: Standing };

/**
 * Judges what a key stands for and records it, in one transaction: signature, lock, known outcome, permission and stage,
 * facts, rule, row, projections, waits, effects, messages, number, entry, outcome. Called again for the same key it gives
 * the same outcome. A key that stands for nothing leaves nothing in the case and is counted.
 * @throws Error by a fault of the rule, or while the database is away; nothing is recorded then
 */
export async function judge(world: JudgeWorld, asked: ToJudge, onProgress: () => void): Promise<Judged> {
  const { dataSource } = world;
  const source = await sourceOf(dataSource, world, asked);
  if ('stray' in source) {
    await countStray(dataSource, asked.place, source.stray);
    return { verdict: 'stray', standing: await standingOf(dataSource, world, asked.place) };
  }
  const { verdict, caseId, stray, standing } = await settle(world, asked, source, onProgress);
  // After the transaction: whoever counts holds no case and no second connection.
  if (stray) await countStray(dataSource, asked.place, stray);
  if (standing || caseId === undefined) return { verdict, standing };
  return { verdict, standing: await standingOf(dataSource, world, caseId) };
}

async function settle(world: JudgeWorld, asked: ToJudge, source: Source, onProgress: () => void): Promise<Settled> {
  for (let made = 1; ; made += 1) {
    const prepared = await preparedFor(world, asked, source, onProgress);
    if (prepared && 'kind' in prepared) return keepAlone(world, asked, prepared);
    try {
      const settled = await world.dataSource.transaction((manager) => judgeOn(manager, world, asked, source, prepared));
      if (settled !== 'overtaken') return settled;
      if (made >= preparationsAtMost) return await keepAlone(world, asked, overtaken);
    } catch (failure) {
      // The data stand against it: what was begun is undone, and the refusal alone is kept.
      return keepAlone(world, asked, refusalAsOutcome(failure));
    }
  }
}

const stale = { kind: 'refused', code: 'REQUEST_STALE', details: {} } as const;
const overtaken = { kind: 'refused', code: 'POOL_OVERTAKEN', details: {} } as const;

/** Done before the transaction; a refusal by the data is an outcome. */
async function preparedFor(
  world: JudgeWorld,
  asked: ToJudge,
  source: Source,
  onProgress: () => void,
): Promise<PreparedWork<unknown> | Extract<StoredOutcome, { kind: 'refused' }> | undefined> {
  if (source.kind !== 'person') return undefined;
  const act = world.rules.findAct(source.signed.request.act)?.act;
  if (!act?.prepares) return undefined;
  const { dataSource } = world;
  // What would be refused anyway is not prepared for, and what is done already neither.
  if (await findOutcome(dataSource, asked.place, asked.key)) return undefined;
  const row = await readCase(dataSource, asked.place);
  if (!row) return undefined;
  try {
    const person = personsAct(source, asked);
    const seen = await decideAct(dataSource.manager, world, person, row);
    if (seen.kind !== 'free') return undefined;
    return await world.prepare(act.prepares(seen.state, seen.occasion, seen.input, person.actor), onProgress);
  } catch (failure) {
    return refusalAsOutcome(failure);
  }
}

async function judgeOn(
  manager: EntityManager,
  world: JudgeWorld,
  asked: ToJudge,
  source: Source,
  prepared: PreparedWork<unknown> | undefined,
): Promise<Settled | 'overtaken'> {
  const { place, key } = asked;
  const opening = source.kind === 'person' && source.signed.request.case === undefined;
  if (opening) await holdCaseNumbers(manager, world.rules.findAct(source.signed.request.act)?.process.kind ?? '');
  const row = opening ? undefined : await lockCase(manager, place);

  const act = actOf(world, source, asked, row);
  // Under the lock: what another run judged meanwhile is seen.
  const together = askedTogether(manager);
  const [known, attempt] = await Promise.all([
    key === clockKey ? undefined : findOutcome(together, place, key),
    act && knownOfAct(together, world, act),
  ]);
  if (known && known.kind !== 'parked') return settled(known, place, row);
  if (row && asked.version !== undefined && row.version < asked.version) return behind(manager, asked, row);
  if (!act) return { verdict: 'nothing', caseId: row && place, stray: 'NOT_DUE' };
  const decision =
    source.kind === 'person' && source.stale
      ? stale
      : await decideAct(manager, world, act, row, { prepared, known: attempt });
  // Only what was refused at the first look is judged without its preparation; it has become free since.
  if (decision.kind === 'free') return 'overtaken';
  if (decision.kind !== 'decided') {
    if (key !== clockKey) await keepOutcome(manager, place, key, decision);
    return settled(decision, place, row);
  }
  if (prepared && !(await prepared.stands(manager))) return 'overtaken';

  const outcome = await recordDecision(manager, world, { asked, source, act, decision, row });
  await prepared?.keep(manager);
  const effects = key === clockKey ? undefined : await keepOutcome(manager, place, key, outcome);
  // An opening has no row that could say so.
  if (row?.faulty ?? true) await settleFault(manager, place, key, systemActor.account);
  const stands = { state: decision.outcome.next, version: (row?.version ?? 0) + 1 };
  const standing = row && effects && standingOn(world, { ...stands, effects });
  return { verdict: 'done', caseId: decision.caseId, standing };
}

function settled(outcome: StoredOutcome, place: string, row: CaseRow | undefined): Settled {
  const caseId = outcome.kind === 'done' ? outcome.receipt.caseId : row && place;
  return { verdict: outcome.kind, caseId };
}

/** The act of a source, as it is judged; nothing where the clock has nothing to do. */
function actOf(world: JudgeWorld, source: Source, asked: ToJudge, row: CaseRow | undefined): AskedAct | undefined {
  if (source.kind === 'person') return personsAct(source, asked);
  if (source.kind === 'recorded') return { ...source.telling, caseId: asked.place, actor: systemActor };
  const state = row && upgraded(world.rules.processOf(asked.place), row.state);
  const step = state && dueStep(state, world, world.now());
  return (
    step && { act: step.act, input: step.input, submission: step.submission, caseId: asked.place, actor: systemActor }
  );
}

function personsAct({ signed }: Extract<Source, { kind: 'person' }>, asked: ToJudge): AskedAct {
  const { act, actor, input, submission } = signed.request;
  return { act, actor, input, submission, caseId: signed.request.case === undefined ? undefined : asked.place };
}

/** The row is older than what the run has seen: an older database was put back. Nothing is judged until that is repaired. */
async function behind(manager: EntityManager, asked: ToJudge, row: CaseRow): Promise<Settled> {
  const { place, key, version } = asked;
  const fault = { caseId: place, key: 'version', step: 'version', account: 'system', department: 'SYSTEM' };
  await countFault(manager, fault, `the row has version ${row.version}, the run ${version}`, 1);
  if (key !== clockKey) await keepOutcome(manager, place, key, { kind: 'parked', code: 'CASE_BEHIND' });
  return { verdict: 'parked', caseId: place };
}

async function keepAlone(world: JudgeWorld, asked: ToJudge, outcome: StoredOutcome): Promise<Settled> {
  return world.dataSource.transaction(async (manager) => {
    const row = await lockCase(manager, asked.place);
    const known = asked.key === clockKey ? undefined : await findOutcome(manager, asked.place, asked.key);
    if (known && known.kind !== 'parked') return settled(known, asked.place, row);
    if (asked.key !== clockKey) await keepOutcome(manager, asked.place, asked.key, outcome);
    return settled(outcome, asked.place, row);
  });
}

/**
 * Judges without recording, on rows as they are now: what a person can be refused at once.
 * @returns nothing where no rule that can be seen stands against it
 */
export async function judgeFirst(
  world: JudgeWorld,
  asked: AskedAct,
): Promise<Exclude<StoredOutcome, { kind: 'parked' }> | undefined> {
  const { manager } = world.dataSource;
  try {
    const together = askedTogether(manager);
    const [row, known] = await Promise.all([
      asked.caseId === undefined ? undefined : readCase(together, asked.caseId),
      knownOfAct(together, world, asked),
    ]);
    const decision = await decideAct(manager, world, asked, row, { known });
    return decision.kind === 'decided' || decision.kind === 'free' ? undefined : decision;
  } catch (failure) {
    if (failure instanceof Refusal) return refusalAsOutcome(failure);
    if (isDatabaseAway(failure)) throw failure;
    // A fault of the rule: the act goes its way, is kept, and is parked by its name where it takes effect.
    return undefined;
  }
}
