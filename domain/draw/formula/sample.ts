import type { Expander } from './hkdf';
import type { ObjectTable } from './objects-file';
import type { StratumParams } from './params';
import { membersByStratum, quotaOf, smallest, sortedByTicket } from './strata';
import { ticketsOf } from './tickets';

/** Which objects were drawn; numbers are rows of the object table. */
export interface Sample {
  /** 32 bytes an object, in the order of the table. */
  tickets: Uint8Array;
  /** By (ticket, id), all strata together. */
  drawn: number[];
  /** Row of the last drawn object of each stratum, whose ticket is the cutoff; undefined where none is drawn. */
  lastDrawn: (number | undefined)[];
}

/** Draws the objects of every stratum. */
export function sampleObjects(
  expander: Expander,
  objects: ObjectTable,
  strata: readonly StratumParams[],
  report?: (done: number) => void,
): Sample {
  const tickets = ticketsOf(expander, objects, report);
  const drawnRows = membersByStratum(objects, strata.length).map((members, i) =>
    smallest(tickets, members, quotaOf(strata[i] as StratumParams, members.length)),
  );
  const all = new Uint32Array(drawnRows.reduce((sum, rows) => sum + rows.length, 0));
  drawnRows.reduce((at, rows) => (all.set(rows, at), at + rows.length), 0);
  const drawn = sortedByTicket(tickets, all);
  const lastDrawn = new Array<number | undefined>(strata.length);
  for (const row of drawn) lastDrawn[objects.stratum[row] as number] = row;
  return { tickets, drawn, lastDrawn };
}
