import { sha256Of, toHex } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';
import { assignInspectors, type Assignment } from './assignment';
import { checkEvent } from './event';
import { Expander } from './hkdf';
import { readPool, type FrozenFiles, type Pool } from './pool';
import { prkOf } from './prk';
import { reporter, type OnProgress } from './progress';
import { refuse } from './refusals';
import { resultBytesOf, resultOf, type DrawResult } from './result';
import { runsOf } from './runs';
import { sampleObjects, type Sample } from './sample';

/** Everything a draw yields. PRK stays secret until the result opens. */
export interface Draw {
  prk: Uint8Array;
  prkHash: string;
  sample: Sample;
  runs: number[][];
  assignments: Assignment[];
  /** Made anew whenever it is read: keep it where it is read often. */
  readonly result: DrawResult;
  /** Bytes of `result.json`. */
  resultBytes: Uint8Array;
  /** SHA-256 of them, published at the draw with `prkHash`. */
  resultHash: string;
}

/** What opens the draw: each party's 32 secret bytes, and the bytes of `event.txt`. */
export interface DrawSecrets {
  secrets: ReadonlyMap<string, Uint8Array>;
  event: Uint8Array;
}

function secretsInOrder(parties: readonly string[], secrets: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
  for (const party of secrets.keys()) if (!parties.includes(party)) refuse('party-unknown', { value: party });
  return parties.map((party) => {
    const secret = secrets.get(party);
    if (secret === undefined) return refuse('parties-differ', { party });
    return secret.length === 32 ? secret : refuse('secret-malformed', { party });
  });
}

/** A draw as far as its objects: what was drawn, and in which runs it is served. */
export interface BegunDraw {
  prk: Uint8Array;
  expander: Expander;
  sample: Sample;
  runs: number[][];
}

/**
 * The first part of a draw from a pool already read: the objects and their runs. Officers are assigned to the runs from here,
 * by the draw itself and by whoever asks for substitutes of a team.
 * @throws DrawRefusal
 */
export function beginDraw(
  sha: Sha256,
  pool: Pool,
  { secrets, event }: DrawSecrets,
  onProgress?: OnProgress,
): BegunDraw {
  const { params, hash: paramsHash } = pool.paramsFile;
  checkEvent(params.event, event);
  const prk = prkOf(sha, secretsInOrder(params.parties, secrets), {
    batch: params.batch,
    event,
    objectsRoot: pool.roots.objects,
    inspectorsRoot: pool.roots.inspectors,
    recusalsRoot: pool.roots.recusals,
    paramsHash,
  });
  const expander = new Expander(sha, prk);
  const sample = sampleObjects(
    expander,
    pool.objects,
    params.strata,
    reporter('tickets', onProgress, pool.objects.count),
  );
  const runs = runsOf(pool.objects, sample, params.runLength ?? 1);
  return { prk, expander, sample, runs };
}

/**
 * Draws from a pool already read.
 * @throws DrawRefusal, among others infeasible
 */
export function drawFrom(sha: Sha256, pool: Pool, opening: DrawSecrets, onProgress?: OnProgress): Draw {
  const { prk, expander, sample, runs } = beginDraw(sha, pool, opening, onProgress);
  const assignments = assignInspectors(pool, runs, expander, { report: reporter('assignments', onProgress) });
  const prkHash = toHex(sha256Of(sha, prk));
  const resultBytes = resultBytesOf(pool, sample, assignments, prkHash);
  return {
    ...{ prk, prkHash, sample, runs, assignments, resultBytes },
    resultHash: toHex(sha256Of(sha, resultBytes)),
    get result() {
      return resultOf(pool, sample, assignments, prkHash);
    },
  };
}

/**
 * Reads the frozen files, as strictly as an outsider's verifier does, and draws.
 * @throws DrawRefusal
 */
export function performDraw(sha: Sha256, files: FrozenFiles, secrets: DrawSecrets, onProgress?: OnProgress): Draw {
  return drawFrom(sha, readPool(sha, files, onProgress), secrets, onProgress);
}
