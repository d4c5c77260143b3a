import type { Request, Response } from 'express';
import { processOf } from '../../../domain/processes';
import type { Refusal } from '../../../domain/refusal';
import { writeDraftRef } from '../../../domain/draft-ref';
import type { RefusalCode } from '../../../domain/refusals/refusal-list';
import type { Choice } from '../../../domain/three-ways';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import type { Sides } from '../../conflicts/conflict-answer';
import { showConflict } from '../../conflicts/show-conflict';
import type { FormDraft } from '../../drafts/form-drafts';
import { fieldWords } from '../../forms/value-words';
import { caseAddress } from '../../paths';
import { choicesFor, nameOf, type ShownAct } from './act-form';

/** The conflict page of an act on a case. */
export async function showActConflict(
  world: AppWorld,
  req: Request,
  res: Response,
  shown: ShownAct,
  state: {
    draft: FormDraft;
    submission: string;
    sides: Sides;
    refusal: Refusal;
    choices?: Record<string, Choice>;
    missing?: readonly string[];
    /** The rule that stands against the act by now. */
    closed?: RefusalCode;
  },
): Promise<void> {
  const { texts } = world.views;
  const { act, view, person, process } = shown;
  const { draft, closed, ...rest } = state;
  const context = { world, person, units: await unitNames(world.dataSource), t: texts.t };
  const choices = await choicesFor(context, shown, state.sides.mine);
  const words = (of: typeof act, field: string) =>
    fieldWords({ act: of.name, schema: of.input, texts, choices }, field);
  // What an act rests on was said by other acts of the case.
  const others = view ? processOf(view.id).acts : process.acts;
  const form = texts.t(`acts:${act.name}.button`);
  const href = view && caseAddress(view.id);
  await showConflict(world, req, res, {
    ...rest,
    title: form,
    frame: { current: 'cases', breadcrumbs: view && href ? [{ text: nameOf(world, view), href }, { text: form }] : [] },
    closed: closed && texts.t(`problems:${closed}.what`),
    action: req.path,
    cancel: { href: href ?? req.path, text: texts.t('pages:act.cancel') },
    draft: { token: draft.token, base: draft.base && writeDraftRef(draft.base) },
    words: (field) => words(act, field),
    wordsOfRest: (field) => [act, ...others].map((one) => words(one, field)).find((found) => found !== undefined),
  });
}
