import { toHex } from '../../proof/bytes';
import { canonicalJson } from '../../proof/canonical-json';
import type { Assignment } from './assignment';
import { DRAW_VERSION } from './params';
import type { Pool } from './pool';
import type { Sample } from './sample';
import { TextWriter } from './text-writer';
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

type Tables = Pick<Pool, 'paramsFile' | 'objects' | 'inspectors'>;

function ticketText({ tickets }: Sample, row: number): string {
  return toHex(tickets, row * TICKET_BYTES, (row + 1) * TICKET_BYTES);
}

function cutoffsOf({ paramsFile }: Tables, sample: Sample): Record<string, string> {
  const cutoffs = paramsFile.params.strata.flatMap(({ id }, i) => {
    const last = sample.lastDrawn[i];
    return last === undefined ? [] : [[id, ticketText(sample, last)] as const];
  });
  // fromEntries defines keys as they are, `__proto__` too.
  return Object.fromEntries(cutoffs);
}

/** The result in the words of `result.json`. */
export function resultOf(
  tables: Tables,
  sample: Sample,
  assignments: readonly Assignment[],
  prkHash: string,
): DrawResult {
  const { paramsFile, objects, inspectors } = tables;
  const strataIds = paramsFile.params.strata.map(({ id }) => id);
  return {
    version: DRAW_VERSION,
    prkHash,
    objects: sample.drawn.map((row) => ({
      id: objects.id(row),
      stratum: strataIds[objects.stratum[row] as number] as string,
      ticket: ticketText(sample, row),
    })),
    cutoffs: cutoffsOf(tables, sample),
    assignments: assignments.map(({ department, object, inspectors: team }) => ({
      department,
      object: objects.id(object),
      inspectors: team.map((inspector) => inspectors.at(inspector).id),
    })),
  };
}

/**
 * Bytes of `result.json`, written straight from the tables: a draw of many objects has a result of many megabytes, and
 * neither ids nor hex need escaping.
 */
export function resultBytesOf(
  tables: Tables,
  sample: Sample,
  assignments: readonly Assignment[],
  prkHash: string,
): Uint8Array {
  const { paramsFile, objects, inspectors } = tables;
  const strataIds = paramsFile.params.strata.map(({ id }) => id);
  const writer = new TextWriter();
  writer.add('{"assignments":[');
  assignments.forEach(({ department, object, inspectors: team }, i) => {
    const ids = team.map((inspector) => inspectors.at(inspector).id).join('","');
    writer.add(
      `${i > 0 ? ',' : ''}{"department":"${department}","inspectors":["${ids}"],"object":"${objects.id(object)}"}`,
    );
  });
  writer.add(`],"cutoffs":${canonicalJson(cutoffsOf(tables, sample))},"objects":[`);
  sample.drawn.forEach((row, i) => {
    const stratum = strataIds[objects.stratum[row] as number];
    writer.add(
      `${i > 0 ? ',' : ''}{"id":"${objects.id(row)}","stratum":"${stratum}","ticket":"${ticketText(sample, row)}"}`,
    );
  });
  writer.add(`],"prkHash":"${prkHash}","version":"${DRAW_VERSION}"}`);
  return writer.bytes();
}
