import type { Expander } from './hkdf';
import type { ObjectTable } from './objects-file';
import type { StratumParams } from './params';
import { byTicket, membersByStratum, quotaOf, smallest } from './strata';
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
  const drawnByStratum = membersByStratum(objects, strata.length).map((members, i) =>
    smallest(tickets, members, quotaOf(strata[i] as StratumParams, members.length)),
  );
  const drawn = drawnByStratum.flat().sort(byTicket(tickets));
  return { tickets, drawn, lastDrawn: drawnByStratum.map((rows) => rows.at(-1)) };
}
