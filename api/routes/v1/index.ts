import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { needsScope } from '../../middleware/bearer-token';
import { personOf } from '../../middleware/require-person';
import { actRoutes } from './acts';
import { caseRoutes } from './cases';
import { fileRoutes } from './files';
import { openingRoutes } from './openings';
import { paperRoutes } from './papers';
import { registerRoutes } from './registers';
import { tokenRoutes } from './tokens';

/** The programming interface for departments' own systems. */
export function apiV1(world: AppWorld): Router {
  return (
    Router()
      .get('/me', (req, res) => res.json(personOf(req)))
      .use(tokenRoutes(world))
      .use(['/acts', '/files'], (req, res, next) => needsScope(req.method === 'GET' ? 'read' : 'act')(req, res, next))
      .use(actRoutes(world))
      .use(fileRoutes(world))
      .use(openingRoutes(world))
      // A question that is posted, or a paper that is drawn, changes nothing.
      .use(needsScope('read'))
      .use(caseRoutes(world))
      .use(paperRoutes(world))
      .use(registerRoutes(world))
      .use((_req, _res, next) => next(new Refusal('NOT_FOUND')))
  );
}
