import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { readsHistories } from '../../person';

/** The raw workflow history of a case, for supervisors: what the engine itself wrote down. */
export function caseHistoryPage(world: AppWorld): Router {
  return Router().get(paths.caseHistory, async (req, res) => {
    const person = personOf(req);
    if (!readsHistories(person)) throw new Refusal('NOT_ENTITLED');
    const id = `${req.params['kind']}/${req.params['number']}`;
    if (!(await showCase(world.dataSource, { ...person, capacities: ['supervisor'] }, id)))
      throw new Refusal('CASE_UNKNOWN', { case: id });
    const runs = await world.histories(id);
    res.setHeader('Content-Disposition', `attachment; filename="${id.replaceAll('/', '-')}-history.json"`);
    res.type('application/json').send(`[${runs.map((run) => run.json).join(',\n')}]`);
  });
}
