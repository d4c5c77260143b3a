import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Scope } from '../../../domain/joint-check/scheme';
import { scopeCount } from '../../../services/queries/registers/scope-count';
import { itemsByDepartment } from '../../../services/queries/cases/proposal-options';
import { listInspectors } from '../../../services/queries/registers/list-inspectors';
import { listObjects } from '../../../services/queries/registers/list-objects';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { parsed } from './parsed';

/** Which items are listed. */
export const ItemQuery = z.object({
  department: z
    .string()
    .regex(/^[A-Z]{2,16}$/)
    .optional(),
});

const page = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
};
/** Which objects are listed: by a whole code or number, or part of the name. */
export const ObjectQuery = z.object({ text: z.string().max(100).optional(), ...page });
/** Which officers are listed: by a whole staff number, or part of the name. */
export const OfficerQuery = z.object({ text: z.string().max(60).optional(), ...page });

/** What a proposal is made of: items in force, how many objects a scope holds, and whom acts name by id. */
export function registerRoutes(world: AppWorld): Router {
  return Router()
    .get('/items', async (req, res) => {
      const { department } = parsed(ItemQuery, req.query);
      const items = await itemsByDepartment(world.dataSource, shanghaiDay(world.now()));
      res.json(items.filter((item) => !department || item.department === department));
    })
    .get('/objects', async (req, res) => {
      const query = parsed(ObjectQuery, req.query);
      res.json(await listObjects(world.dataSource, personOf(req), query));
    })
    .get('/officers', async (req, res) => {
      const query = parsed(OfficerQuery, req.query);
      const today = shanghaiDay(world.now());
      res.json(await listInspectors(world.dataSource, personOf(req), { ...query, today }));
    })
    .post('/scope-count', async (req, res) => {
      res.json(await scopeCount(world.dataSource, parsed(Scope, req.body)));
    });
}
