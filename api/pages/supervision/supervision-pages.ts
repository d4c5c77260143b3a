import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { supervisedCasePage } from './supervised-case-page';
import { supervisionPage } from './supervision-page';

/** What supervisors and the audit administrator read. */
export function supervisionPages(world: AppWorld): Router {
  return Router().use(supervisionPage(world)).use(supervisedCasePage(world));
}
