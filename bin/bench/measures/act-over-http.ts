import { atOnce } from '../check/at-once';
import type { County, Desk } from '../check/county';
import { openCheck } from '../check/open-check';
import { visitActs } from '../check/visit-acts';
import { median, ratioFigure, type Figure, type Pair } from '../figure';
import { copyCheck } from '../load/copy-check';

/** Visits of the measured check; three departments make about a hundred results of it. */
const visits = 34;
/** Copies of such a check that make a hundred thousand results. */
const copies = 981;

export interface ActSide {
  county: County;
  desk: Desk;
}

/** One act over HTTP, p50, in a county with 10^5 results ÷ in one with 10^2; the same acts in turn on two whole systems. */
export async function measureActOverHttp(repeats: number, few: ActSide, many: ActSide): Promise<Figure> {
  const finished = await openCheck(many.county, many.desk, visits);
  await atOnce(10, finished.visits, async (visit) => {
    for (const { by, act, input } of await visitActs(many.county, visit)) await many.desk.act(by, act, visit, input);
  });
  await many.county.until(finished.check, ({ stage }) => stage === 'completed');
  const copied = await copyCheck(many.county.dataSource, finished.number, copies);

  const manyVisits = (await openCheck(many.county, many.desk, visits)).visits;
  const fewVisits = (await openCheck(few.county, few.desk, visits)).visits;
  const share = Math.floor(visits / (repeats + 1));
  const pairs: Pair[] = [];
  // The first share is for the compiler and the caches.
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const from = repeat * share;
    const [product, floor] = await inTurn(
      many,
      manyVisits.slice(from, from + share),
      few,
      fewVisits.slice(from, from + share),
    );
    if (repeat > 0) pairs.push({ product: median(product), floor: median(floor) });
  }
  return ratioFigure(
    {
      name: 'act',
      what: 'one act over HTTP, p50, with 10^5 results in the database ÷ with 10^2',
      goal: { atMost: 1.2 },
    },
    pairs,
    (medians) =>
      `${medians.product.toFixed(1)} ms with ${copied + visits * 3} results ÷ ${medians.floor.toFixed(1)} ms with ${visits * 3}`,
  );
}

/** Milliseconds of each act on either side: one act here, the same act there. */
async function inTurn(one: ActSide, ones: string[], other: ActSide, others: string[]): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (const [index, visit] of ones.entries()) {
    const counterpart = others[index] ?? '';
    const [left, right] = [await visitActs(one.county, visit), await visitActs(other.county, counterpart)];
    for (const [step, act] of left.entries()) {
      times[0].push(await timed(() => one.desk.act(act.by, act.act, visit, act.input)));
      const same = right[step];
      if (same) times[1].push(await timed(() => other.desk.act(same.by, same.act, counterpart, same.input)));
    }
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
