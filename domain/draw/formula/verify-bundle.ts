import { fromHex, joinBytes } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';
import { commitmentOf } from './commitment';
import { compareResult } from './compare-result';
import { piecesOf, type FileBytes } from './line-reader';
import { readPartyFile } from './party-file';
import { drawFrom } from './perform-draw';
import { readPool } from './pool';
import type { DrawParams } from './params';
import type { OnProgress } from './progress';
import { refuse } from './refusals';
import { checkReplacements, type ReplacementCounts } from './replacements';

/** Gives a file of the bundle by name, or undefined where it does not exist. */
export type BundleSource = (name: string) => FileBytes | undefined;

/** What a bundle proves, weakest first. */
export type Verdict = 'consistent' | 'frozen' | 'witnessed';

/** Why a verdict is not a stronger one. */
export type VerdictLimit =
  /** The server made the secrets: it could have tried many. */
  | 'secrets-server'
  /** No public event: an abort could have biased the draw. */
  | 'event-none'
  /** No log entry was checked against a log key. */
  | 'log-not-checked';

export interface Verification {
  verdict: Verdict;
  /** Why not more. */
  limits: VerdictLimit[];
  batch: string;
  prkHash: string;
  resultHash: string;
  counts: { pool: number; drawn: number; assignments: number; replacements: ReplacementCounts };
}

function limitsOf({ secrets, event }: DrawParams): VerdictLimit[] {
  const limits: VerdictLimit[] = [];
  if (secrets === 'server') limits.push('secrets-server');
  if (event.kind === 'none') limits.push('event-none');
  return limits.length > 0 ? limits : ['log-not-checked'];
}

/**
 * Recomputes a published bundle from its files alone.
 * @throws DrawRefusal the first thing that is refused or differs
 */
export function verifyBundle(sha: Sha256, source: BundleSource, onProgress?: OnProgress): Verification {
  const file = (name: string): FileBytes => source(name) ?? refuse('file-missing', { file: name });
  const whole = (name: string): Uint8Array => joinBytes(...piecesOf(file(name)));
  const frozen = {
    params: file('params.json'),
    objects: file('objects.jsonl'),
    inspectors: file('inspectors.jsonl'),
    recusals: file('recusals.jsonl'),
  };
  const openResult = (): FileBytes => file('result.json');
  const [commitmentsFile, revealsFile, event] = [whole('commitments.json'), whole('reveals.json'), whole('event.txt')];
  openResult();
  const pool = readPool(sha, frozen, onProgress);
  const { params } = pool.paramsFile;
  const commitments = readPartyFile('commitments.json', commitmentsFile, params.parties);
  const reveals = readPartyFile('reveals.json', revealsFile, params.parties);
  const secrets = new Map(params.parties.map((party, i) => [party, fromHex(reveals[i] as string)]));
  params.parties.forEach((party, i) => {
    if (commitmentOf(sha, params.batch, party, secrets.get(party) as Uint8Array) !== commitments[i]) {
      refuse('commitment-not-opened', { file: 'reveals.json', party });
    }
  });
  const draw = drawFrom(sha, pool, { secrets, event }, onProgress);
  compareResult(openResult, draw);
  const replacementsFile = source('replacements.jsonl');
  const replacements =
    replacementsFile === undefined ? { objects: 0, officers: 0 } : checkReplacements(sha, replacementsFile, pool, draw);
  return {
    verdict: 'consistent',
    limits: limitsOf(params),
    batch: params.batch,
    prkHash: draw.prkHash,
    resultHash: draw.resultHash,
    counts: {
      pool: pool.objects.count,
      drawn: draw.sample.drawn.length,
      assignments: draw.assignments.length,
      replacements,
    },
  };
}
