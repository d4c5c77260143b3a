import { atOnce } from '../check/at-once';
import { lead, type County, type Desk } from '../check/county';
import { openCheck } from '../check/open-check';
import { visitActs } from '../check/visit-acts';
import { ratioFigure, type Figure, type Pair } from '../figure';
import { hiddenFields, type FormDesk } from '../page/form-desk';

/** Reviews that are sent together: as many as a page offers. */
const reviews = 50;
/** As many as a batch asks for at the same time. */
const batchAtOnce = 8;
const review = 'visit.reviewResult';

interface BatchParts {
  county: County;
  /** Acts as the web hands them on, without a page around them. */
  desk: Desk;
  /** The pages of the leader who reviews. */
  pages: FormDesk;
}

/** A batch of reviews from its sending to the whole page with its outcome ÷ as many such acts, as many at a time, without a page. */
export async function measureBatch(repeats: number, { county, desk, pages }: BatchParts): Promise<Figure> {
  const pairs: Pair[] = [];
  // The first, small pass is for the compiler and the caches.
  for (let repeat = -1; repeat < repeats; repeat++) {
    const size = repeat < 0 ? 8 : reviews;
    const check = await openCheck(county, desk, 2 * size);
    await atOnce(10, check.visits, (visit) => untilReview(county, desk, visit));
    const { send, chosen } = await batchOf(pages, check.number, size);
    const others = check.visits.filter((visit) => !chosen.has(visit));
    const acts = () =>
      atOnce(batchAtOnce, others, async (visit) => {
        await desk.act('scjg-leader', review, visit, { verdict: 'pass', version: 1 });
      });
    // Who begins changes from one repeat to the next: the second finds the machine warmer.
    const batchFirst = repeat % 2 === 0;
    const early = await msOf(batchFirst ? send : acts);
    const late = await msOf(batchFirst ? acts : send);
    if (repeat >= 0) pairs.push(batchFirst ? { product: early, floor: late } : { product: late, floor: early });
  }
  return ratioFigure(
    {
      name: 'batch',
      what: `a batch of ${reviews} reviews, from its sending to the page with its outcome ÷ ${reviews} such acts, ${batchAtOnce} at once, without a page`,
      goal: { atMost: 1.3 },
    },
    pairs,
    (medians) => `${medians.product.toFixed(0)} ms ÷ ${medians.floor.toFixed(0)} ms`,
  );
}

/** All that comes before the leader's review of the lead's result. */
async function untilReview(county: County, desk: Desk, visit: string): Promise<void> {
  for (const { by, act, input } of await visitActs(county, visit)) {
    const isOfLead = (await county.actor(by)).department === lead;
    if (isOfLead && act === review) return;
    if (isOfLead) await desk.act(by, act, visit, input);
  }
}

/** The list as the leader opens it, with as many rows ticked, and the sending of it. */
async function batchOf(
  pages: FormDesk,
  check: string,
  size: number,
): Promise<{ send: () => Promise<void>; chosen: Set<string> }> {
  const address = `/many/${review}?within=${check}`;
  const fields = new URLSearchParams([...hiddenFields(await pages.get(address))]);
  const rows = [...fields.keys()].flatMap((name) => /^rows\[(.+)\]\[version\]$/u.exec(name)?.[1] ?? []).slice(0, size);
  if (rows.length < size) throw new Error(`${address} offers ${rows.length} rows, and not ${size}`);
  for (const row of rows) fields.append(`rows[${row}][tick]`, 'on');
  return {
    chosen: new Set(rows.map((number) => `visit/${number}`)),
    async send() {
      const { status, html } = await pages.post(address, fields);
      if (status !== 200 || !html.includes(`已办理 ${size} 件`)) throw new Error(`${address} answered ${status}`);
    },
  };
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
