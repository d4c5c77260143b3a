import { z } from 'zod';
import type { Actor } from './actor';

/** Where the versions of what an act replaces are found again, to say what changed. */
export type Made =
  /** Every version of the acting unit's record form is kept whole. */
  | { in: 'recordForms' }
  /** Each of these acts made a version; what was said with it stands in its entry. */
  | {
      in: 'acts';
      by(act: string): boolean;
      /** Acts of the acting unit alone, or of every unit. */
      unit: 'own' | 'any';
      /** Of these the ones after which nothing of what was said before stands. */
      emptying?: readonly string[];
    };

/** What an act replaces, or rests on, and what somebody else may change between a person's look and their act. */
export interface Replaces<S> {
  /** The version that stands, counted from 0. */
  current(state: S, actor: Pick<Actor, 'department'>): number;
  made: Made;
}

/** The version that a person had before them, as it stands in the input of every act that replaces something. */
export const seenVersion = z.int().min(0).meta({ widget: 'hidden' });

/** The version that an input names. */
export function versionSeen(input: unknown): number | undefined {
  const { version } = (input ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : undefined;
}

/** An input that names the version that stands, where it names none: for whoever acts on what they have just read. */
export function withVersion<S>(
  { replaces }: { replaces?: Replaces<S> | undefined },
  state: S | undefined,
  actor: Pick<Actor, 'department'>,
  input: Record<string, unknown>,
): Record<string, unknown> {
  if (!replaces || !state || Object.hasOwn(input, 'version')) return input;
  return { ...input, version: replaces.current(state, actor) };
}
