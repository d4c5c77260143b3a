import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { askForPaper, readPaper } from '../../papers';

/** Papers for a department's own system: asked for, looked at until drawn. */
export function paperRoutes(world: AppWorld): Router {
  return Router()
    .post('/cases/:kind/:number/papers/:document', async (req, res) => {
      const { kind, number, document } = req.params;
      res.status(202).json({ key: await askForPaper(world, personOf(req), `${kind}/${number}`, document) });
    })
    .get('/papers', async (req, res) => {
      const { paper } = await readPaper(world, personOf(req), String(req.query['key'] ?? ''));
      res.json(paper);
    });
}
