import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { faultActs } from './fault-acts';
import { faultsPage } from './faults-page';

/** What system administrators read of faults, and do about them. */
export function faultPages(world: AppWorld): Router {
  return Router().use(faultsPage(world)).use(faultActs(world));
}
