import { Router } from 'express';
import { propose } from '../../../../domain/joint-check/acts/propose';
import { Refusal } from '../../../../domain/refusal';
import type { AppWorld } from '../../../app-world';
import { personOf } from '../../../middleware/require-person';
import { pathTo, paths } from '../../../paths';
import { readProposal } from './read-proposal';
import { proposalCard } from './scope-forecast';

/** What belongs to a proposal beside its form: the count of a scope, and the address that the form had before. */
export function proposalAddresses(world: AppWorld): Router {
  return Router()
    .post(paths.scopeForecast, async (req, res) => {
      if (!personOf(req).capacities.includes('departmentHandler')) throw new Refusal('NOT_ENTITLED');
      const values = readProposal(propose.input, (req.body ?? {}) as Record<string, unknown>);
      res.render('scope-forecast', { layout: false, card: await proposalCard(world, personOf(req), values) });
    })
    .all(paths.jointCheckNew, (req, res) => {
      // A form that was open before the address moved is sent on whole.
      res.redirect(req.method === 'POST' ? 308 : 303, pathTo('caseNew', { act: propose.name }));
    });
}
