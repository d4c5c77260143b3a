import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { paths } from '../../paths';
import { openPage } from '../registers/open-page';
import { showFaults } from './show-faults';

/** 系统故障: steps that wait for the system administrator, and what came past the web. */
export function faultsPage(world: AppWorld): Router {
  return Router().get(paths.faults, async (req, res) => {
    await showFaults(world, req, res, openPage(req, 'faults'));
  });
}
