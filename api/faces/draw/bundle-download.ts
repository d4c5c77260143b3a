import { Router } from 'express';
import { bundleName } from '../../../domain/draw/state';
import { Refusal } from '../../../domain/refusal';
import { drawBundle } from '../../../services/queries/cases/draw-bundle';
import { caseFor } from '../../../services/queries/cases/case-for';
import type { AppWorld } from '../../app-world';
import { savedAs } from '../../file-names';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { bundleNames } from './bundle-names';
import { zipOf } from './zip';

/** The bundle of a draw: for office and supervisors at once, for the departments of its check when it is opened. */
export function bundleDownload(world: AppWorld): Router {
  return Router().get(paths.bundle, async (req, res) => {
    const number = String(req.params['number']);
    const view = await caseFor(world.dataSource, personOf(req), `draw/${number}`);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: number });
    if (!view.mayTake(bundleName)) throw new Refusal('NOT_ENTITLED');
    const files = await drawBundle(world.dataSource, number);
    if (!files) throw new Refusal('DRAW_NOT_HELD', { batch: number });
    savedAs(res, bundleNames(world, number)).type('application/zip').send(zipOf(files));
  });
}
