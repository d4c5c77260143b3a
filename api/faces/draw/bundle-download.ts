import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { seesAll } from '../../../services/queries/cases/may-read-case';
import { findState } from '../../../services/queries/cases/find-receipt';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { zipOf } from './zip';

/** The bundle of a draw: for office and supervisors at once, for everybody else when the draw is opened. */
export function bundleDownload(world: AppWorld): Router {
  return Router().get(paths.bundle, async (req, res) => {
    const number = String(req.params['number']);
    const state = await findState(world.dataSource, `draw/${number}`);
    if (!state) throw new Refusal('CASE_UNKNOWN', { case: number });
    if (state.stage !== 'opened' && !seesAll(personOf(req))) throw new Refusal('NOT_ENTITLED');
    const files = await drawBundle(world.dataSource, number);
    if (!files) throw new Refusal('DRAW_NOT_HELD', { batch: number });
    res.setHeader('Content-Disposition', `attachment; filename="draw-${number}.zip"`);
    res.type('application/zip').send(zipOf(files));
  });
}
