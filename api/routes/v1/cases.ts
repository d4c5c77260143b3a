import { Router } from 'express';
import { z } from 'zod';
import { jointCheck } from '../../../domain/joint-check/process';
import { caseKinds, processOf } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { casesOf } from '../../../services/queries/cases/list-cases';
import { showCase } from '../../../services/queries/cases/show-case';
import { wholeList, type Placed } from '../../../services/queries/ordered-list';
import { timeline, type TimelineEntry } from '../../../services/queries/cases/timeline';
import { toDo } from '../../../services/queries/cases/to-do';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { capacityFor } from '../../person';
import { listAnswer, stretchQuery } from './list-answer';
import { parsed } from './parsed';

/** Which cases are listed. */
export const CaseQuery = z
  .object({
    kind: z.enum(caseKinds).optional(),
    stage: z.string().max(40).optional(),
    parent: z.string().max(120).optional(),
    text: z.string().max(100).optional(),
    /** Cases in which something was done since, for whoever keeps a copy. */
    changedSince: z.iso.datetime({ offset: true }).optional(),
    ...stretchQuery,
  })
  .strict();

/** Cases as a department's own system reads them. */
export function caseRoutes(world: AppWorld): Router {
  const { dataSource } = world;
  return Router()
    .get('/to-do', async (req, res) => res.json(await toDo(dataSource, personOf(req))))
    .get('/cases', async (req, res) => {
      const { after, pageSize, ...filter } = parsed(CaseQuery, req.query);
      res.json(await listAnswer(dataSource, casesOf(personOf(req), filter), { after, pageSize }));
    })
    .get('/cases/:kind/:number', async (req, res) => {
      const person = personOf(req);
      const found = await showCase(dataSource, person, `${req.params.kind}/${req.params.number}`);
      if (!found) throw new Refusal('CASE_UNKNOWN', { case: `${req.params.kind}/${req.params.number}` });
      const process = processOf(found.id);
      const open = process.acts.filter(
        (act) => !act.byClock && !act.opens && !capacityFor(person, process, act, found.state).obstacle,
      );
      // What each act of this answer would be about: it is sent along as `version`.
      const versions = Object.fromEntries(
        process.acts.flatMap(({ name, replaces }) => (replaces ? [[name, replaces.current(found.state, person)]] : [])),
      );
      res.json({ ...found, acts: open.map((act) => act.name), versions });
    })
    .get('/cases/:kind/:number/timeline', async (req, res) => {
      const id = `${req.params.kind}/${req.params.number}`;
      if (!(await showCase(dataSource, personOf(req), id))) throw new Refusal('CASE_UNKNOWN', { case: id });
      const entries: TimelineEntry[] = [];
      for await (const some of wholeList<TimelineEntry & Placed>(dataSource, timeline(personOf(req), id)))
        entries.push(...some.map(({ place: _place, ...entry }) => entry));
      res.json(entries);
    })
    .get('/joint-checks/:number/counts', async (req, res) => {
      const id = `${jointCheck.kind}/${req.params.number}`;
      if (!(await showCase(dataSource, personOf(req), id))) throw new Refusal('CASE_UNKNOWN', { case: id });
      res.json(await checkCounts(dataSource, id));
    });
}
