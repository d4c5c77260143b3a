import { randomUUID } from 'node:crypto';
import { findAct } from '../../../domain/processes';
import { withVersion } from '../../../domain/replaces';
import { performAct, type GatewayWorld } from '../../../engine/perform-act';
import type { County, Desk } from './county';

const patienceMs = 60_000;
const pauseMs = 20;

/** Acts through the gateway, as the web hands them on once it has read its form. */
export function gatewayDesk(county: County, gateway: GatewayWorld): Desk {
  return {
    async act(by, act, on, input = {}) {
      const submission = randomUUID();
      // What another act sets going may not have arrived yet: a first attempt may come too early.
      for (
        const end = Date.now() + patienceMs;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      ) {
        const actor = await county.actor(by);
        const found = findAct(act)?.act;
        // A form that names the version before it was read by somebody; one that names none is opened first.
        const opens = found?.replaces && on && !Object.hasOwn(input, 'version');
        const said = opens ? withVersion(found, await county.state(on), actor, input) : input;
        const outcome = await performAct(gateway, { act, caseId: on, actor, input: said, submission });
        if (outcome.kind === 'done') return outcome.receipt;
        if (outcome.kind === 'refused' || outcome.kind === 'invalid')
          throw new Error(`${by} ${act} on ${on ?? 'a new case'}: ${JSON.stringify(outcome)}`);
      }
      throw new Error(`${act} on ${on ?? 'a new case'} was never answered`);
    },
  };
}
