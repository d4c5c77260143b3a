import { isDeepStrictEqual } from 'node:util';
import type { Request, Response } from 'express';
import { flat } from '../../domain/difference';
import type { Refusal } from '../../domain/refusal';
import type { Choice } from '../../domain/three-ways';
import type { Changed } from '../../services/queries/cases/changed-since';
import type { AppWorld } from '../app-world';
import type { FieldWords } from '../forms/value-words';
import { firstWords } from '../pages/first-words';
import { frame, type FrameOptions } from '../pages/frame';
import { statusOf } from '../problems';
import { conflictFields, mixture, packedSides, type Sides } from './conflict-answer';

/** A form that was sent, or is opened again, about another version than the one that stands. */
export interface Conflict {
  /** What the form is called. */
  title: string;
  frame: Omit<FrameOptions, 'title'>;
  action: string;
  cancel: { href: string; text: string };
  submission: string;
  draft?: { token: string; base?: string };
  sides: Sides;
  refusal: Refusal;
  /** After an answer that left fields open: what was chosen so far, and which fields those are. */
  choices?: Record<string, Choice>;
  missing?: readonly string[];
  /** Why the form takes nothing any more, where whoever was first has ended it. */
  closed?: string;
  /** Words of the form's own fields, and of what it rests on. */
  words(field: string): FieldWords | undefined;
  wordsOfRest(field: string): Pick<FieldWords, 'label' | 'value'> | undefined;
  /** The field of the form that a change is of, where the two bear different names. */
  fieldOfChange?(field: string): string;
}

/**
 * The one page for whoever was second: who changed what and when, mine beside theirs, a choice for each field that both
 * changed, everything else put together already. It sends what came out about the version that it shows, without script.
 */
export async function showConflict(world: AppWorld, req: Request, res: Response, conflict: Conflict): Promise<void> {
  const { t, formatDateTime } = world.views.texts;
  const { sides, refusal, words, choices = {}, missing = [] } = conflict;
  const { collisions, taken, own } = mixture(sides);
  const changes = changesOf(conflict);
  const inForm = new Set([...collisions, ...taken].map(({ field }) => field));
  const typed = flat(sides.mine);
  // What I said the same of is no change to me.
  const rest = changes.filter(
    ({ field, is }) => !isPartOf(field, inForm) && !isDeepStrictEqual(typed.get(field), is ?? undefined),
  );
  const told = [...rest, ...[...collisions, ...taken].flatMap(({ field }) => changeOf(field) ?? [])];
  const title = t('conflicts:title', { form: conflict.title });
  const page = await frame(world, req, res, { ...conflict.frame, title, hasErrors: true });
  const errors = collisions.flatMap(({ field }, index) =>
    missing.includes(field) ? [{ text: t('conflicts:choose', { field: label(field) }), href: `#choice-${index}` }] : [],
  );
  res.status(errors.length > 0 ? 422 : statusOf(refusal.code)).render('conflict', {
    page,
    title,
    errorList: errors.length > 0 ? errors : [{ text: t('conflicts:what'), href: '#conflict' }],
    // Who said the very same has changed nothing, and was first all the same.
    who:
      changes.length > 0 ? whoAndWhen(world, told.length > 0 ? told : changes) : firstWords(world.views.texts, refusal),
    closed: conflict.closed,
    intro: conflict.closed
      ? t('conflicts:closed', { why: conflict.closed })
      : t(collisions.length > 0 ? 'conflicts:intro' : 'conflicts:introMerged'),
    collisions: collisions.map(({ field, was, mine, theirs }, index) => {
      const found = words(field);
      const choice = Object.hasOwn(choices, field) ? choices[field] : undefined;
      return {
        id: `choice-${index}`,
        name: conflictFields.choice(index),
        label: label(field),
        was: value(field, was),
        mine: value(field, mine),
        theirs: value(field, theirs),
        by: byOf(field),
        error: missing.includes(field) ? t('conflicts:choose', { field: label(field) }) : undefined,
        chosen: typeof choice === 'object' ? 'mixed' : choice,
        mixed: found?.isText && {
          name: conflictFields.mixed(index),
          value: typeof choice === 'object' ? choice.mixed : [mine, theirs].filter(Boolean).join('\n'),
        },
      };
    }),
    taken: taken.map(({ field, was, is }) => ({ ...change(field, was, is), by: byOf(field) })),
    own: own.map(({ field, was, is }) => change(field, was, is)),
    rest: rest.map(({ field, was, is, by, at }) => {
      const found = conflict.wordsOfRest(field);
      const say = (said: unknown) => found?.value(said) ?? plain(said);
      const [before, after] = [was, is].map((said) => (isNothing(said) ? undefined : say(said)));
      return { label: found?.label ?? field, was: before, is: after, by: byLine({ by, at }) };
    }),
    action: conflict.action,
    csrfToken: page.csrfToken,
    submissionId: conflict.submission,
    draft: conflict.draft,
    sides: { name: conflictFields.sides, value: packedSides(sides, refusal) },
    press: conflictFields.press,
    cancel: conflict.cancel,
  });

  function label(field: string): string {
    return words(field)?.label ?? field;
  }

  function value(field: string, said: unknown): string {
    return words(field)?.value(said) ?? plain(said);
  }

  /** Nothing is no text that could be struck out. */
  function change(field: string, was: unknown, is: unknown) {
    const [before, after] = [was, is].map((said) => (isNothing(said) ? undefined : value(field, said)));
    return { label: label(field), was: before, is: after };
  }

  /** Who changed a field last, and when; where no change bears its name, nothing is said rather than guessed. */
  function byOf(field: string): string | undefined {
    const change = changeOf(field);
    return change && byLine(change);
  }

  function changeOf(field: string): Changed | undefined {
    return changes.findLast((one) => isPartOf(one.field, [field]) || isPartOf(field, [one.field]));
  }

  function byLine({ by, at }: Pick<Changed, 'by' | 'at'>): string {
    return t('conflicts:by', { name: by ?? t('cases:capacities.system'), at: formatDateTime(at) });
  }

  function plain(said: unknown): string {
    if (isNothing(said)) return t('form:nothing');
    return typeof said === 'string' ? said : JSON.stringify(said);
  }
}

function changesOf({ refusal, fieldOfChange }: Conflict): Changed[] {
  const { changed = [] } = refusal.details as { changed?: Changed[] };
  return changed.map((change) => ({ ...change, field: fieldOfChange?.(change.field) ?? change.field }));
}

const isNothing = (said: unknown): boolean =>
  said === null || said === undefined || said === '' || (Array.isArray(said) && said.length === 0);

/** Whether a field is one of these, or lies within one of them. */
function isPartOf(field: string, fields: Iterable<string>): boolean {
  return [...fields].some((one) => field === one || field.startsWith(`${one}.`) || one.startsWith(`${field}.`));
}

/** Each person once, with the moment of their last change and how many of those that the page shows are theirs, newest first. */
function whoAndWhen({ views: { texts } }: AppWorld, changes: readonly Changed[]): string[] {
  const { t, formatDateTime } = texts;
  const last = new Map<string, { at: string; count: number }>();
  for (const { by, at } of changes) {
    const name = by ?? t('cases:capacities.system');
    const before = last.get(name);
    last.set(name, { at: before && before.at > at ? before.at : at, count: (before?.count ?? 0) + 1 });
  }
  return [...last]
    .sort(([, one], [, other]) => (one.at < other.at ? 1 : -1))
    .map(([name, { at, count }]) => t('conflicts:who', { name, at: formatDateTime(at), count }));
}
