import { Client } from 'pg';
import { caseAddress, pathTo } from '../../../api/paths';
import { atOnce } from '../check/at-once';
import { lead, type County, type Desk } from '../check/county';
import { openCheck } from '../check/open-check';
import { visitActs } from '../check/visit-acts';
import { absoluteFigure, median, ratioFigure, type Figure, type Pair } from '../figure';
import { copyVisits } from '../load/copy-visits';
import type { PageDesk } from '../page/page-desk';
import type { Statement } from '../page/recorded-statements';

/** Visits that are really made; the others are copies of them. */
const made = 6;
const wanted = 3000;
const actsAtLeast = 60_000;
const looks = 11;
/** What a page may take besides its statements, in milliseconds. */
const besides = 5;

interface CasePageParts {
  county: County;
  desk: Desk;
  web: PageDesk;
  databaseUrl: string;
  password: string;
}

/**
 * The pages of a check with 3 000 visits and 60 000 acts, as its handler sees them: (first byte − 5 ms) ÷ the page's own
 * statements sent one after another, and the bytes of the largest.
 */
export async function measureCasePage(repeats: number, parts: CasePageParts): Promise<Figure[]> {
  const { county, desk, web, databaseUrl, password } = parts;
  const { check, number, visits } = await openCheck(county, desk, made);
  // A third is published, a third has a date, a third has none.
  await atOnce(made, visits, async (visit) => {
    const turn = visits.indexOf(visit) % 3;
    for (const { by, act, input } of (await visitActs(county, visit)).slice(0, [undefined, 2, 0][turn]))
      await desk.act(by, act, visit, input);
  });
  const copied = await copyVisits(county.dataSource, check, wanted, actsAtLeast);
  await web.pages.signIn(`${lead.toLowerCase()}-handler`, password);
  const addresses = {
    overview: caseAddress(check),
    visits: pathTo('visitsOfCheck', { number }),
    team: pathTo('visitsOfCheck', { number, sort: 'team' }),
    papers: caseAddress(check, 'casePapers'),
    timeline: caseAddress(check, 'caseTimeline'),
  };
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const figures: Figure[] = [];
    const sizes: number[] = [];
    const firstBytes = new Map<string, number[]>();
    for (const [tab, address] of Object.entries(addresses)) {
      const statements = await web.statementsOf(address);
      const pairs: Pair[] = [];
      // The first pass is for the compiler and the caches.
      for (let repeat = -1; repeat < repeats; repeat++) {
        const [page, sql] = [[] as number[], [] as number[]];
        for (let look = 0; look < looks; look++) {
          page.push((await web.pages.come(address)).firstByte);
          sql.push(await timeOf(database, statements));
        }
        if (repeat >= 0) firstBytes.set(tab, [...(firstBytes.get(tab) ?? []), median(page)]);
        if (repeat >= 0) pairs.push({ product: Math.max(median(page) - besides, 0), floor: median(sql) });
      }
      sizes.push((await web.pages.come(address)).bytes / 1000);
      figures.push(
        ratioFigure(
          {
            name: `case-page-${tab}`,
            what: `(first byte of a check's page − ${besides} ms) ÷ its ${statements.length} statements one after another`,
            goal: { atMost: 1.5 },
          },
          pairs,
          (medians) =>
            `${(medians.product + besides).toFixed(1)} ms, of which statements ${medians.floor.toFixed(1)} ms, with ${copied.visits} visits and ${copied.acts} acts; ${sizes.at(-1)?.toFixed(0)} kB of HTML`,
        ),
      );
    }
    const [sorted, plain] = [firstBytes.get('team') ?? [], firstBytes.get('visits') ?? []];
    figures.push(
      ratioFigure(
        {
          name: 'case-page-sorted',
          what: "first byte of a check's firms by the names of their officers ÷ in the order of their numbers",
          goal: { atMost: 3 },
        },
        sorted.map((product, repeat) => ({ product, floor: plain[repeat] ?? NaN })),
        ({ product, floor }) => `${product.toFixed(1)} ms against ${floor.toFixed(1)} ms, with ${copied.visits} visits`,
      ),
    );
    const largest = Math.max(...sizes);
    figures.push(
      absoluteFigure(
        { name: 'case-page-size', what: 'HTML of the largest of these pages', goal: { atMost: 150 }, unit: 'kB' },
        [largest],
        `${sizes.map((size) => `${size.toFixed(0)} kB`).join(', ')} before compression`,
      ),
    );
    return figures;
  } finally {
    await database.end();
  }
}

async function timeOf(database: Client, statements: Statement[]): Promise<number> {
  const began = performance.now();
  for (const { text, values } of statements) await database.query(text, values);
  return performance.now() - began;
}
