import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import { threeWays, type Choice, type ThreeWays } from '../../domain/three-ways';
import { asBody } from '../forms/as-body';
import { readForm } from '../forms/read-form';
import { openedField, packed, unpacked } from './packed';

type Values = Record<string, unknown>;

/** What a person had before them, what they said, and what stands now, as their form reads them. */
export interface Sides {
  base: Values;
  mine: Values;
  theirs: Values;
}

/** Names of the fields of the conflict page. */
export const conflictFields = {
  sides: '_conflict',
  // A letter first: bare numbers would be read as a list, and a list closes its gaps.
  choice: (index: number) => `_choice[c${index}]`,
  mixed: (index: number) => `_mixed[c${index}]`,
  press: '_press',
} as const;

/** Its buttons: as chosen field by field, all mine, all theirs, or on in the form with what came out. */
export const conflictPresses = ['chosen', 'mine', 'theirs', 'form'] as const;
type Press = (typeof conflictPresses)[number];

/** A posted conflict page. */
export interface ConflictAnswer {
  sides: Sides;
  /** The refusal that led to the page. */
  refusal: Refusal;
  choices: Record<string, Choice>;
  /** The mixture, about the version that the page showed. */
  input: Values;
  /** Fields in which both said something and nothing was chosen. */
  missing: string[];
  /** Whether the person goes on in the form. */
  inForm: boolean;
}

/** Two changes of a form put together; the version is no part of what is said. */
export function mixture({ base, mine, theirs }: Sides, choices: Record<string, Choice> = {}): ThreeWays {
  const { merged, ...found } = threeWays({ base: said(base), mine: said(mine), theirs: said(theirs) }, choices);
  return { ...found, merged: { ...merged, version: theirs['version'] } };
}

const said = ({ version: _version, ...rest }: Values): Values => rest;

/** What was told of the changes, so that it can be told again. */
const Told = z
  .array(
    z.object({ field: z.string(), was: z.unknown(), is: z.unknown(), by: z.string().nullable(), at: z.iso.datetime() }),
  )
  .catch([]);

/** The three states, and what was told of the changes, as a hidden field carries them. */
export function packedSides(sides: Sides, { details }: Refusal): string {
  const { changed = [] } = details as { changed?: unknown };
  return packed({ ...sides, changed });
}

/** What the conflict page says; nothing where the body is that of the form itself. */
export function readConflict(schema: z.ZodObject, body: Values): ConflictAnswer | undefined {
  const sent = unpacked(body[conflictFields.sides]);
  if (!sent) return undefined;
  // Whoever sends it may have written it anew: it is read like any form.
  const read = (side: unknown) => readForm(schema, asBody(side), { keepBlankRows: true });
  const sides: Sides = { base: read(sent['base']), mine: read(sent['mine']), theirs: read(sent['theirs']) };
  const { collisions } = mixture(sides);
  const press = conflictPresses.find((one) => one === body[conflictFields.press]) ?? 'chosen';
  const [chosen, mixed] = [asBody(body['_choice']), asBody(body['_mixed'])];
  const choices = Object.fromEntries(
    collisions.flatMap(({ field }, index) => {
      const choice = choiceOf(press, chosen[`c${index}`], mixed[`c${index}`]);
      return choice === undefined ? [] : [[field, choice]];
    }),
  );
  const missing = collisions.flatMap(({ field }) => (Object.hasOwn(choices, field) ? [] : [field]));
  const refusal = new Refusal('STALE_VERSION', { changed: Told.parse(sent['changed']) });
  const input = readForm(schema, mixture(sides, choices).merged);
  return { sides, refusal, choices, input, missing, inForm: press === 'form' };
}

function choiceOf(press: Press, chosen: unknown, mixed: unknown): Choice | undefined {
  if (press === 'mine' || press === 'theirs') return press;
  if (chosen === 'mine' || chosen === 'theirs') return chosen;
  return chosen === 'mixed' && typeof mixed === 'string' ? { mixed: mixed.trim() } : undefined;
}

/** What stood in a form when it was opened, or on the conflict page as theirs; nothing where the post does not say. */
export function openedIn(schema: z.ZodObject, body: Values): Values | undefined {
  const opened = unpacked(body[openedField]);
  return readConflict(schema, body)?.sides.theirs ?? (opened && readForm(schema, opened, { keepBlankRows: true }));
}
