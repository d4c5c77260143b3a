import { canonicalJson, type CanonicalValue } from '../domain/proof/canonical-json';
import { recordedAct } from '../services/queries/cases/recorded-act';
import type { AppWorld } from './app-world';

export interface SentAct {
  caseId: string;
  submission: string;
  account: string;
  act: string;
  /** As its schema read it. */
  input: Record<string, unknown>;
}

/**
 * Whether a submission that is already recorded says something else this time: another act, another person, other words.
 * Files do not count: the same form sent twice uploads them twice.
 */
export async function saysOtherwise(world: AppWorld, sent: SentAct): Promise<boolean> {
  const recorded = await recordedAct(world.dataSource, sent.caseId, sent.submission);
  if (!recorded) return false;
  if (recorded.act !== sent.act || recorded.account !== sent.account) return true;
  return recorded.detail !== null && plain(recorded.detail) !== plain(sent.input);
}

function plain(input: Record<string, unknown>): string {
  return canonicalJson(JSON.parse(JSON.stringify({ ...input, attachments: undefined })) as CanonicalValue);
}
