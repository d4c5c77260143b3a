import type { People } from './people';

const neededActs = [
  'jointCheck.propose',
  'consultation.sendAnswer',
  'jointCheck.decide',
  'draw.freeze',
  'draw.hold',
  'jointCheck.complete',
];

/**
 * What the public and the supervisor see must be what was done.
 * @param published how many results were published
 * @throws Error naming what is not there
 */
export async function readBack(
  people: People,
  base: string,
  check: { caseId: string; number: string },
  published: number,
): Promise<void> {
  const shown = await publicResults(base, check.number);
  if (shown !== published)
    throw new Error(`The public sees ${shown} results of ${check.number}, ${published} were published`);
  const timeline = await people.named('supervisor').get<{ act: string }[]>(`/api/v1/cases/${check.caseId}/timeline`);
  for (const act of neededActs) {
    if (!timeline.some((entry) => entry.act === act))
      throw new Error(`The supervisor does not find ${act} in the timeline of ${check.number}`);
  }
}

/**
 * Every act on a check and its parts that was acknowledged to somebody stands in the supervisor's timeline exactly once.
 * @returns how many acts that were
 * @throws Error naming the first case and act that is missing or there twice
 */
export async function everyActOnce(people: People, number: string): Promise<number> {
  const acknowledged = people.acknowledged.filter(({ caseId }) => caseId.split('/')[1]?.startsWith(number));
  const cases = new Map<string, string[]>();
  for (const { act, caseId } of acknowledged) cases.set(caseId, [...(cases.get(caseId) ?? []), act]);
  for (const [caseId, acts] of cases) {
    const timeline = await people
      .named('supervisor')
      .get<{ act: string; subjectId: string }[]>(`/api/v1/cases/${caseId}/timeline`);
    for (const act of new Set(acts)) {
      const times = (list: string[]) => list.filter((name) => name === act).length;
      const recorded = times(timeline.filter(({ subjectId }) => subjectId === caseId).map((entry) => entry.act));
      if (recorded !== times(acts))
        throw new Error(`${act} on ${caseId} was acknowledged ${times(acts)} times and is recorded ${recorded} times`);
    }
  }
  return acknowledged.length;
}

/** Counts the results of a check on the public site, page after page as a program reads it. */
async function publicResults(base: string, number: string): Promise<number> {
  let shown = 0;
  for (let page = 1; ; page++) {
    const response = await fetch(`${base}/public/results?format=json&page=${page}`);
    const { results } = (await response.json()) as { results: { checkNumber: string }[] };
    shown += results.filter((result) => result.checkNumber === number).length;
    if (!response.headers.get('link')?.includes('rel="next"')) return shown;
  }
}
