import type { Act } from '../../../domain/act';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { formErrors } from '../../forms/form-errors';
import { refusalWords } from '../refusal-words';
import type { FoundRow, ManyAct } from './find-many';
import type { RowToDo } from './perform-rows';
import type { SentMany, SentRow } from './read-many';

export interface Checked {
  toDo: RowToDo[];
  /** Why a row cannot be sent as it stands, by number of its case. */
  errors: Map<string, string>;
}

/**
 * What is to be done on each case that was chosen. Nothing that a person typed or ticked is passed over: a row that says
 * two things, or something without a tick, is told.
 */
export function checkRows(world: AppWorld, found: ManyAct, rows: readonly FoundRow[], sent: SentMany): Checked {
  const { t } = world.views.texts;
  const toDo: RowToDo[] = [];
  const errors = new Map<string, string>();
  for (const row of rows) {
    const said = sent.rows.get(row.one.number);
    if (!said) continue;
    const wrong = contradiction(found, row, said);
    if (wrong instanceof Refusal) errors.set(row.one.number, refusalWords(world, wrong));
    else if (wrong) errors.set(row.one.number, t(`pages:many.${wrong}`));
    else if (said.ticked || said.back) {
      const one = rowToDo(found, row, said, sent.shared);
      const message = one && invalid(world, one.act, one.input);
      if (message) errors.set(row.one.number, message);
      else if (one) toDo.push(one);
    }
  }
  return { toDo, errors };
}

function contradiction(
  { act, back }: ManyAct,
  { line, openedAt, version }: FoundRow,
  said: SentRow,
): Refusal | 'tickedAndBack' | 'reasonWithoutBack' | 'fieldsWithoutTick' | undefined {
  if (said.ticked && said.back) return 'tickedAndBack';
  if (said.back && (!back || !said.reason)) return new Refusal('REASON_NEEDED');
  if (said.reason && !said.back) return 'reasonWithoutBack';
  if (!said.ticked && !said.back && Object.keys(said.values).length > 0) return 'fieldsWithoutTick';
  // Of a form about another version than the one that stands the judge says what changed.
  const stands = !act.replaces || said.version === version;
  const unread = !openedAt && (said.ticked || said.back) && (line.readFirst || said.since !== undefined);
  return unread && stands ? new Refusal('ROW_NOT_OPENED') : undefined;
}

function rowToDo(
  { act, back, many }: ManyAct,
  { one }: FoundRow,
  said: SentRow,
  shared: Record<string, unknown>,
): RowToDo | undefined {
  const place = { caseId: one.id, number: one.number, submission: said.submission };
  const version = (of: Act) => (of.replaces ? { version: said.version } : {});
  if (!said.back) return { ...place, act, input: { ...many.said, ...shared, ...said.values, ...version(act) } };
  return back && { ...place, act: back, input: { ...many.back?.said, reason: said.reason, ...version(back) } };
}

function invalid(world: AppWorld, act: Act, input: Record<string, unknown>): string | undefined {
  const { marks } = world.views.texts;
  const { error } = act.input.safeParse(input);
  if (!error) return undefined;
  const { errorList } = formErrors(error.issues, {
    schema: act.input,
    act: act.name,
    texts: world.views.texts,
    values: input,
  });
  return errorList.map(({ text }) => text).join(marks.semicolon);
}
