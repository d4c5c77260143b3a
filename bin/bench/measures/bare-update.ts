import type { County, Desk } from '../check/county';
import { openCheck } from '../check/open-check';
import { visitActs } from '../check/visit-acts';
import { median, ratioFigure, type Figure, type Pair } from '../figure';
import type { Floor } from '../floor/floor';

const visitsARepeat = 4;

interface BareUpdateParts {
  county: County;
  /** Over HTTP. */
  desk: Desk;
  floor: Floor;
}

/** One act over HTTP, p50 ÷ a bare update with one activity on the same engine, p50. */
export async function measureBareUpdate(repeats: number, { county, desk, floor }: BareUpdateParts): Promise<Figure> {
  const { visits } = await openCheck(county, desk, visitsARepeat * (repeats + 1));
  const pairs: Pair[] = [];
  // The first share is for the compiler and the caches.
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const product: number[] = [];
    for (const visit of visits.slice(repeat * visitsARepeat, (repeat + 1) * visitsARepeat))
      for (const { by, act, input } of await visitActs(county, visit))
        product.push(await timed(() => desk.act(by, act, visit, input)));
    const bare = await floor.timeUpdates(product.length);
    if (repeat > 0) pairs.push({ product: median(product), floor: median(bare) });
  }
  return ratioFigure(
    {
      name: 'bare-update',
      what: 'one act over HTTP, p50 ÷ a bare update with one activity, p50',
      goal: { atMost: 2 },
    },
    pairs,
    (medians) => `${medians.product.toFixed(1)} ms ÷ ${medians.floor.toFixed(1)} ms`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
