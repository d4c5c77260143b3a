import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { paths } from '../paths';

/** Whether this process can serve: it answers, and its database does. */
export function healthRoute(world: AppWorld): Router {
  return Router().get(paths.health, async (_req, res) => {
    try {
      await world.dataSource.query('SELECT 1');
      res.json({ status: 'ok' });
    } catch {
      res.status(503).json({ status: 'database unreachable' });
    }
  });
}
