import type { CaseMessage } from '../activities/cases';
import { systemActor } from '../domain/actor';
import { performAct, type GatewayWorld } from './perform-act';

/**
 * Does a step of the clock on another case. A refusal settles it: the other case has gone on without it.
 * @throws Error when the case could not be reached, so that the caller tries again
 */
export async function tellCase(world: GatewayWorld, message: CaseMessage): Promise<{ refused?: string }> {
  const outcome = await performAct(world, { ...message, caseId: message.id, actor: systemActor });
  if (outcome.kind === 'done') return {};
  if (outcome.kind === 'refused') return { refused: outcome.code };
  if (outcome.kind === 'invalid') throw new Error(`${message.act} was told with an input that does not fit it`);
  throw new Error(`${message.id} did not answer; it will be told again`);
}
