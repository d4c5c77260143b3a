import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { savedAs } from '../../file-names';
import { defaultLanguage } from '../../views/language';
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
    const title = world.views.in(defaultLanguage).texts.t('files:history');
    savedAs(res, {
      title: `${req.params['number']}-${title}-${shanghaiDay(world.now())}`,
      plainTitle: `${id.replaceAll('/', '-')}-history`,
      ending: 'json',
    })
      .type('application/json')
      .send(`[${runs.map((run) => run.json).join(',\n')}]`);
  });
}
