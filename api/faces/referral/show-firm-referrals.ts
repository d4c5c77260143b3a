import type { Request, Response } from 'express';
import { amend } from '../../../domain/referral/acts/amend';
import { theDossier } from '../../../domain/referral/replaced';
import { theResult } from '../../../domain/visit/replaced';
import { referableRecord } from '../../../services/queries/cases/referral-draft';
import type { AppWorld } from '../../app-world';
import { formModel } from '../../forms/form-model';
import { frame } from '../../pages/frame';
import { caseAddress, pathTo } from '../../paths';
import { row } from '../facts';
import { nameOf, textFields, type Asked, type State } from './firm-referrals';
import type { Target } from './firm-targets';

/** The page: what was found, the text, and whom it may go to, with the version of each draft that it is about. */
export async function showFirmReferrals(
  world: AppWorld,
  { req, res }: { req: Request; res: Response },
  asked: Asked,
  state: State,
  status = 200,
): Promise<void> {
  const { texts } = world.views;
  const { t } = texts;
  const { view, person, targets, obstacle } = asked;
  const record = await referableRecord(world.dataSource, view.id, person.department);
  const result = view.state.results[person.department];
  const title = t('pages:firmReferrals.title');
  const page = await frame(world, req, res, {
    title,
    current: 'cases',
    hasErrors: state.errors !== undefined,
    breadcrumbs: [{ text: view.object ?? view.number, href: caseAddress(view.id) }, { text: title }],
  });
  const fields = formModel({
    schema: amend.input,
    act: amend.name,
    texts,
    values: state.values,
    messages: state.errors?.messages,
    without: Object.keys(amend.input.shape).filter((name) => !(textFields as readonly string[]).includes(name)),
  });
  res.status(status).render('firm-referrals', {
    page,
    title,
    csrfToken: page.csrfToken,
    action: pathTo('firmReferrals', { number: view.number }),
    errorList: state.errors?.errorList,
    doneText: state.done ? t('pages:firmReferrals.doneBefore', { count: state.done }) : undefined,
    rows: [
      ...row(t('pages:visit.object'), view.object),
      ...row(t('pages:visit.result'), result?.code && t(`cases:codes.${result.code}`)),
      ...row(
        t('pages:firmReferrals.found'),
        [
          ...(record?.problems ?? []).map(({ item, problem }) =>
            t('pages:many.notDone', { objects: item, why: problem }),
          ),
          record?.otherProblem,
        ].filter((line): line is string => Boolean(line)),
      ),
      ...row(t('pages:firmReferrals.noFurther'), obstacle && t(`problems:${obstacle}.what`)),
    ],
    submission: state.submission,
    hidden: [
      { name: 'version', value: theResult.current(view.state, person) },
      { name: 'serial', value: result?.referrals ?? 0 },
      ...targets.flatMap(({ draft }) =>
        draft ? [{ name: `seen[${draft.number}]`, value: theDossier.current(draft, person) }] : [],
      ),
    ],
    fields,
    drafts: choices(targets.filter(({ draft }) => draft)),
    further: choices(targets.filter(({ draft, kind }) => !draft && kind !== 'crossNotice')),
    notices: choices(targets.filter(({ draft, kind }) => !draft && kind === 'crossNotice')),
    submitText: t('pages:firmReferrals.submit'),
    cancel: { text: t('pages:act.cancel'), href: caseAddress(view.id) },
  });

  function choices(some: readonly Target[]) {
    return some.map(({ key, draft }) => ({
      key,
      text: nameOf(world, asked, key),
      hint: draft?.facts ? t('pages:firmReferrals.hasText', { number: draft.number }) : draft?.number,
      checked: state.ticked.has(key),
    }));
  }
}
