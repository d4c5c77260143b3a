import { Router } from 'express';
import { findAct, kindOf } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { noteOpening } from '../../../services/openings/note-opening';
import { newestForms } from '../../../services/queries/cases/many-visits';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { needsScope } from '../../middleware/bearer-token';
import { personOf } from '../../middleware/require-person';
import { capacityFor } from '../../person';

/**
 * What an act answers for, handed out to whoever is about to do it; that they had it is recorded, as it is where a person
 * opens the act's page.
 */
export function openingRoutes(world: AppWorld): Router {
  const { dataSource } = world;
  return Router().post('/cases/:kind/:number/openings/:act', needsScope('act'), async (req, res) => {
    const person = personOf(req);
    const id = `${String(req.params['kind'])}/${String(req.params['number'])}`;
    const name = String(req.params['act']);
    const view = await showCase(dataSource, person, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    const found = findAct(name);
    if (!found?.act.reads || found.process.kind !== kindOf(id)) throw new Refusal('ACT_UNKNOWN', { act: name });
    const { act, process } = found;
    if (capacityFor(person, process, act, view.state).obstacle === 'NOT_ENTITLED')
      throw new Refusal('NOT_ENTITLED', { act: name });
    const version = act.replaces?.current(view.state, person) ?? 0;
    const forms = await newestForms(dataSource, [id], person.department);
    await noteOpening(dataSource, { account: person.account, caseId: id, act: name, version }, world.now());
    res.json({ act: name, version, state: view.state, record: forms[id]?.form ?? null });
  });
}
