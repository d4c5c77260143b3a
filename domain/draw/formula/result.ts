import { toHex } from '../../proof/bytes';
import type { Assignment } from './assignment';
import { DRAW_VERSION } from './params';
import type { Pool } from './pool';
import type { Sample } from './sample';
import { TICKET_BYTES } from './tickets';

/** What `result.json` says. */
export interface DrawResult {
  version: typeof DRAW_VERSION;
  prkHash: string;
  /** By ticket, then id. */
  objects: { id: string; stratum: string; ticket: string }[];
  /** The last drawn ticket by stratum; strata of which none is drawn are absent. */
  cutoffs: Record<string, string>;
  assignments: { department: string; object: string; inspectors: string[] }[];
}

/** The result in the words of `result.json`. */
export function resultOf(
  { paramsFile, objects, inspectors }: Pick<Pool, 'paramsFile' | 'objects' | 'inspectors'>,
  { tickets, drawn, lastDrawn }: Sample,
  assignments: readonly Assignment[],
  prkHash: string,
): DrawResult {
  const { strata } = paramsFile.params;
  const ticket = (row: number): string => toHex(tickets, row * TICKET_BYTES, (row + 1) * TICKET_BYTES);
  const strataIds = strata.map(({ id }) => id);
  return {
    version: DRAW_VERSION,
    prkHash,
    objects: drawn.map((row) => ({ id: objects.id(row), stratum: strataIds[objects.stratum[row] as number] as string, ticket: ticket(row) })),
    // fromEntries defines keys as they are, `__proto__` too.
    cutoffs: Object.fromEntries(strataIds.flatMap((id, i) => (lastDrawn[i] === undefined ? [] : [[id, ticket(lastDrawn[i])]]))),
    assignments: assignments.map(({ department, object, inspectors: team }) => ({
      department,
      object: objects.id(object),
      inspectors: team.map((inspector) => inspectors.at(inspector).id),
    })),
  };
}
