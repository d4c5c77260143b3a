import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { accountPage } from './account-page';
import { accountsPage } from './accounts-page';
import { newAccountPage } from './new-account-page';
import { sessionsPage } from './sessions-page';
import { tokensPage } from './tokens-page';

/** Everybody's own sessions, and the accounts, the security administrator's part; the page for a new one comes before the single ones because its address looks like one. */
export function accountPages(world: AppWorld): Router {
  return Router()
    .use(sessionsPage(world))
    .use(accountsPage(world))
    .use(newAccountPage(world))
    .use(accountPage(world))
    .use(tokensPage(world));
}
