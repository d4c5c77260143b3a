import type { ObjectTable } from './objects-file';
import type { Sample } from './sample';

/**
 * Drawn objects grouped into trips: ordered by (area, ticket, id) and cut within an area, from the front, into runs of
 * `runLength`; the last run of an area may be shorter.
 */
export function runsOf(objects: ObjectTable, { drawn }: Pick<Sample, 'drawn'>, runLength: number): number[][] {
  const byArea = new Map<string, number[]>();
  // `drawn` stands by (ticket, id) already, and so does each area's list.
  for (const row of drawn) {
    const area = objects.areaOf(row);
    const rows = byArea.get(area);
    if (rows) rows.push(row);
    else byArea.set(area, [row]);
  }
  const runs: number[][] = [];
  for (const area of [...byArea.keys()].sort()) {
    const rows = byArea.get(area) as number[];
    for (let from = 0; from < rows.length; from += runLength) runs.push(rows.slice(from, from + runLength));
  }
  return runs;
}
