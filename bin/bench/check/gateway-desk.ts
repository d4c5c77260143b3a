import { randomUUID } from 'node:crypto';
import { findAct } from '../../../domain/processes';
import { performAct, type GatewayWorld } from '../../../engine/perform-act';
import { allocateCaseNumber } from '../../../services/numbers/allocate-case-number';
import type { County, Desk } from './county';

const patienceMs = 60_000;
const pauseMs = 20;

/** Acts through the gateway, as the web hands them on once it has read its form. */
export function gatewayDesk(county: County, gateway: GatewayWorld, countyCode: string): Desk {
  return {
    async act(by, act, on, input = {}) {
      const submission = randomUUID();
      const actor = await county.actor(by);
      const number = on === undefined ? await numberFor(act, submission) : undefined;
      const request = {
        act,
        caseId: on ?? `${kindOfAct(act)}/${number}`,
        actor,
        input: number ? { ...input, number } : input,
        submission,
      };
      // A case that was just opened has its row before its workflow runs: a first knock may come too early.
      for (
        const end = Date.now() + patienceMs;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      ) {
        const outcome = await performAct(gateway, request);
        if (outcome.kind === 'done') return outcome.receipt;
        if (outcome.kind === 'refused' || outcome.kind === 'invalid')
          throw new Error(`${by} ${act} on ${request.caseId}: ${JSON.stringify(outcome)}`);
      }
      throw new Error(`${act} on ${request.caseId} was never answered`);
    },
  };

  function numberFor(act: string, submission: string): Promise<string> {
    return allocateCaseNumber(
      county.dataSource,
      kindOfAct(act),
      countyCode,
      Number(county.today().slice(0, 4)),
      submission,
    );
  }
}

function kindOfAct(act: string): string {
  const found = findAct(act);
  if (!found) throw new Error(`No act is named ${act}`);
  return found.process.kind;
}
