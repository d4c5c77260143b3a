import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Scope } from '../../../domain/joint-check/scheme';
import { knownCount } from '../../../services/queries/registers/scope-count';
import { itemsByDepartment } from '../../../services/queries/cases/proposal-options';
import { inspectorsOf } from '../../../services/queries/registers/list-inspectors';
import { objectsOf } from '../../../services/queries/registers/list-objects';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { listAnswer, stretchQuery } from './list-answer';
import { parsed } from './parsed';

/** Which items are listed. */
export const ItemQuery = z
  .object({
    department: z
      .string()
      .regex(/^[A-Z]{2,16}$/)
      .optional(),
  })
  .strict();

/** Which objects are listed: by a whole code or number, or part of the name. */
export const ObjectQuery = z.object({ text: z.string().max(100).optional(), ...stretchQuery }).strict();
/** Which officers are listed: by a whole staff number, or part of the name. */
export const OfficerQuery = z.object({ text: z.string().max(60).optional(), ...stretchQuery }).strict();

/** What a proposal is made of: items in force, how many objects a scope holds, and whom acts name by id. */
export function registerRoutes(world: AppWorld): Router {
  return Router()
    .get('/items', async (req, res) => {
      const { department } = parsed(ItemQuery, req.query);
      const items = await itemsByDepartment(world.dataSource, shanghaiDay(world.now()));
      res.json(items.filter((item) => !department || item.department === department));
    })
    .get('/objects', async (req, res) => {
      const { text, ...stretch } = parsed(ObjectQuery, req.query);
      res.json(await listAnswer(world.dataSource, objectsOf(personOf(req), { text }), stretch));
    })
    .get('/officers', async (req, res) => {
      const { text, ...stretch } = parsed(OfficerQuery, req.query);
      const list = inspectorsOf(personOf(req), { text, today: shanghaiDay(world.now()) });
      res.json(await listAnswer(world.dataSource, list, stretch));
    })
    .post('/scope-count', async (req, res) => {
      res.json(await knownCount(world.dataSource, personOf(req), parsed(Scope, req.body)));
    });
}
