import type { Client } from '@temporalio/client';
import type { County, Desk } from '../check/county';
import { lead } from '../check/county';
import { median, ratioFigure, type Figure, type Pair } from '../figure';

const acts = 600;
const share = 50;
/** Below what one person may do on one case in a minute. */
const inAMinute = 30;

interface LongCaseParts {
  client: Client;
  county: County;
  desk: Desk;
}

/** A case of 600 acts: the time of an act at its end ÷ at its beginning, and the events of its runs. */
export async function measureLongCase(repeats: number, { client, county, desk }: LongCaseParts): Promise<Figure> {
  const handler = `${lead.toLowerCase()}-handler`;
  const scheme = await county.scheme(3);
  const pairs: Pair[] = [];
  let runs = '';
  for (let repeat = 0; repeat < Math.min(repeats, 3); repeat++) {
    const { caseId } = await desk.act(handler, 'jointCheck.propose', undefined, { scheme });
    const times: number[] = [];
    for (let version = 1; version <= acts; version++) {
      const began = performance.now();
      await desk.act(handler, 'jointCheck.revise', caseId, { scheme, version, reason: '性能测量' });
      times.push(performance.now() - began);
      // As if a minute had passed: the limit of one person's acts on a case is not what is measured.
      if (version % inAMinute === 0)
        await county.dataSource.query(
          `UPDATE act_request SET at = at - interval '2 minutes' WHERE case_id = $1 AND at > now() - interval '2 minutes'`,
          [caseId],
        );
    }
    // The first ones are for the compiler and the caches.
    pairs.push({ product: median(times.slice(-share)), floor: median(times.slice(share, 2 * share)) });
    runs = await runsOf(client, caseId);
  }
  return ratioFigure(
    {
      name: 'long-case',
      what: `an act at the end of a case of ${acts} acts, p50 ÷ one at its beginning, p50`,
      goal: { atMost: 1.3 },
    },
    pairs,
    (medians) => `${medians.product.toFixed(1)} ms ÷ ${medians.floor.toFixed(1)} ms; ${runs}`,
  );
}

async function runsOf(client: Client, caseId: string): Promise<string> {
  const events: number[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = "${caseId}"` })) events.push(run.historyLength);
  return `${events.length} runs of at most ${Math.max(...events)} events`;
}
