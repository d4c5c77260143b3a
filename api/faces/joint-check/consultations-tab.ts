import { Router } from 'express';
import { consultation } from '../../../domain/consultation/process';
import { jointCheck } from '../../../domain/joint-check/process';
import { Refusal } from '../../../domain/refusal';
import { partsOfKind } from '../../../services/queries/cases/parts-of-kind';
import { showCase, type CaseOf } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import type { CaseHeadOf } from '../face';
import { caseAddress, paths } from '../../paths';
import { consultationTable } from './consultation-board';
import { consultationsOfCheck } from './tabs';

/** 征求意见: what every participant answered, and the rounds. */
export function consultationsTab(world: AppWorld, headOf: CaseHeadOf): Router {
  const { t } = world.views.texts;
  return Router().get(paths.consultationsOfCheck, async (req, res) => {
    const person = personOf(req);
    const number = String(req.params['number']);
    const view = await showCase(world.dataSource, person, `${jointCheck.kind}/${number}`);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: number });
    const { state } = view as CaseOf<'joint-check'>;
    const units = await unitNames(world.dataSource);
    const [head, rounds] = await Promise.all([
      headOf(req, res, { person, view, tab: consultationsOfCheck }),
      partsOfKind(world.dataSource, person, view.id, consultation),
    ]);
    const table = rounds.length > 0 ? await consultationTable({ world, person, units, t }, state, rounds) : undefined;
    res.render('case-consultations', {
      ...head,
      table,
      rounds: rounds.map((round) => ({
        text: t('pages:board.roundLink', { round: round.round, number: round.number }),
        href: caseAddress(round.id),
        stage: { text: t(`cases:stages.${consultation.kind}.${round.stage}`), status: round.stage },
      })),
    });
  });
}
