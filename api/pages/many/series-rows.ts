import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RefusalCode, RefusalDetails } from '../../../domain/refusals/refusal-list';
import type { ActOutcome } from '../../../engine/perform-act';
import type { SeriesPiece } from '../../../services/queries/series/find-series';
import type { AppWorld } from '../../app-world';
import { outcomeWords } from './outcome-words';
import { freshRow, type SentRow } from './read-many';

/** What is kept of an answer; nothing where the act was done. Words that others wrote are never kept with it. */
export function refusalOf(outcome: ActOutcome): { code: string; details: object } | undefined {
  if (outcome.kind === 'done') return undefined;
  if (outcome.kind === 'invalid') return { code: 'INVALID_INPUT', details: {} };
  if (outcome.kind === 'parked') return { code: outcome.code, details: {} };
  if (outcome.kind !== 'refused') return { code: outcome.kind, details: {} };
  const { changed: _words, ...details } = outcome.details as Record<string, unknown>;
  return { code: outcome.code, details };
}

/** Whether nothing is known of an attempt but that it was sent, so that it is asked about again under its own name. */
const isUnknown = (code: string): boolean => code === 'pending' || code === 'unreachable';

/** Why a piece of a series was not done; nothing where nobody answered yet. */
export function whyLeft(world: AppWorld, { code, details }: SeriesPiece): string | undefined {
  if (code === null) return undefined;
  if (code === 'pending') return outcomeWords(world, { kind: code, key: '' });
  if (code === 'unreachable') return outcomeWords(world, { kind: code });
  const refused = { code: code as RefusalCode, details: (details ?? {}) as RefusalDetails };
  return outcomeWords(world, { kind: 'refused', ...refused });
}

const Said = z.object({
  ticked: z.boolean(),
  back: z.boolean(),
  reason: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
  version: z.int(),
});

/** What is kept of a row that is sent: with what was said once for all rows. */
export function saidOf({ ticked, back, reason, values, version }: SentRow, shared: Record<string, unknown>): object {
  return { ticked, back, reason, values: back ? values : { ...shared, ...values }, version };
}

/** A row as it stood in the form that was sent; one that was refused is sent again as another attempt. */
export function rowOfPiece({ said, submission, code }: SeriesPiece): SentRow {
  const known = Said.safeParse(said);
  const again = code === null || isUnknown(code) ? submission : randomUUID();
  return { ...freshRow(0), ...(known.success && known.data), submission: again };
}
