import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Scope } from '../../../domain/joint-check/scheme';
import { Refusal } from '../../../domain/refusal';
import { scopeCount } from '../../../services/queries/registers/scope-count';
import { itemsByDepartment } from '../../../services/queries/cases/proposal-options';
import type { AppWorld } from '../../app-world';

const Query = z.object({
  department: z
    .string()
    .regex(/^[A-Z]{2,16}$/)
    .optional(),
});

/** What a proposal is made of: items in force, and how many objects a scope holds. */
export function registerRoutes(world: AppWorld): Router {
  return Router()
    .get('/items', async (req, res) => {
      const query = Query.safeParse(req.query);
      if (!query.success) throw new Refusal('INVALID_INPUT', { issues: query.error.issues });
      const items = await itemsByDepartment(world.dataSource, shanghaiDay(world.now()));
      res.json(items.filter((item) => !query.data.department || item.department === query.data.department));
    })
    .post('/scope-count', async (req, res) => {
      const scope = Scope.safeParse(req.body);
      if (!scope.success) throw new Refusal('INVALID_INPUT', { issues: scope.error.issues });
      res.json(await scopeCount(world.dataSource, scope.data));
    });
}
