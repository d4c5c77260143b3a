import type { Client } from '@temporalio/client';
import { atOnce } from '../check/at-once';
import type { County, Desk } from '../check/county';
import { openCheck, type OpenCheck } from '../check/open-check';
import { visitActs } from '../check/visit-acts';
import { ratioFigure, type Figure, type Pair } from '../figure';
import type { Floor } from '../floor/floor';
import { profileOf, type CaseProfile } from '../floor/profile';

const visits = 60;
const visitsAtOnce = 10;

interface LifecycleParts {
  client: Client;
  county: County;
  desk: Desk;
  floor: Floor;
}

/** Whole checks of 60 visits a second ÷ no-op workflows with as many updates and activities, each waited for where the check waits. */
export async function measureLifecycle(
  repeats: number,
  { client, county, desk, floor }: LifecycleParts,
): Promise<Figure> {
  const pairs: Pair[] = [];
  let work = '';
  // The first, small pass is for the compiler and the caches.
  for (let repeat = -1; repeat < repeats; repeat++) {
    const size = repeat < 0 ? 6 : visits;
    let opened: OpenCheck | undefined;
    const seconds = await secondsOf(async () => (opened = await wholeCheck(county, desk, size)));
    if (!opened) continue;
    const alone = await profileOf(client, [
      opened.check,
      `consultation/${opened.number}-Z1`,
      `draw/${opened.number}-C1`,
    ]);
    const ofVisits = await profileOf(client, opened.visits);
    const floorSeconds = await secondsOf(() => floor.run(alone, ofVisits, visitsAtOnce));
    if (repeat >= 0) pairs.push({ product: 1 / seconds, floor: 1 / floorSeconds });
    work = workOf([...alone, ...ofVisits]);
  }
  return ratioFigure(
    {
      name: 'lifecycle',
      what: `checks of ${visits} visits a second, proposal to all published ÷ no-op workflows with as many updates and activities, waited for as there`,
      goal: { atLeast: 0.7 },
    },
    pairs,
    (medians) =>
      `${(1 / medians.product).toFixed(1)} s a check ÷ ${(1 / medians.floor).toFixed(1)} s, ${visitsAtOnce} visits at once, through the gateway; the floor: ${work}`,
  );
}

async function wholeCheck(county: County, desk: Desk, size: number): Promise<OpenCheck> {
  const opened = await openCheck(county, desk, size);
  await atOnce(visitsAtOnce, opened.visits, async (visit) => {
    for (const { by, act, input } of await visitActs(county, visit)) await desk.act(by, act, visit, input);
  });
  await county.until(opened.check, ({ stage }) => stage === 'completed');
  return opened;
}

/** What the floor did, as counted in the histories of the product. */
function workOf(profiles: CaseProfile[]): string {
  const steps = profiles.flat();
  const sum = (count: (step: CaseProfile[number]) => number) => steps.reduce((total, step) => total + count(step), 0);
  return `${steps.length} updates that wait for ${sum(({ locals }) => locals)} local and ${sum(({ awaited }) => awaited)} regular activities, and ${sum(({ after }) => after)} regular ones after them`;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
