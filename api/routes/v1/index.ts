import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { actRoutes } from './acts';
import { caseRoutes } from './cases';
import { paperRoutes } from './papers';
import { registerRoutes } from './registers';

/** The programming interface for departments' own systems. */
export function apiV1(world: AppWorld): Router {
  return Router()
    .get('/me', (req, res) => res.json(personOf(req)))
    .use(actRoutes(world))
    .use(caseRoutes(world))
    .use(paperRoutes(world))
    .use(registerRoutes(world))
    .use((_req, _res, next) => next(new Refusal('NOT_FOUND')));
}
