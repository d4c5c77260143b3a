import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { accountPages } from './accounts/account-pages';
import { caseActPages } from './case/act-page';
import { casePage } from './case/case-page';
import { caseHistoryPage } from './case/history-page';
import { bundleDownload } from './case/bundle-download';
import { pendingPage } from './case/pending-page';
import { casesPage } from './cases-page';
import { connectorPages } from './connectors/connector-pages';
import { filePages } from './files';
import { homePage } from './home-page';
import { manyActsPage } from './many/many-acts-page';
import { papersPages } from './papers-page';
import { proposalPages } from './proposal/proposal-pages';
import { publicationQueuePage } from './publication-queue-page';
import { registerPages } from './registers/register-pages';
import { settingPages } from './settings/setting-pages';
import { supervisionPages } from './supervision/supervision-pages';
import { visitsPage } from './visits-page';

/** Every page behind the sign-in. */
export function backOfficePages(world: AppWorld): Router {
  return Router()
    .use(homePage(world))
    .use(casesPage(world))
    .use(proposalPages(world))
    .use(casePage(world))
    .use(caseActPages(world))
    .use(pendingPage(world))
    .use(caseHistoryPage(world))
    .use(bundleDownload(world))
    .use(visitsPage(world))
    .use(manyActsPage(world))
    .use(publicationQueuePage(world))
    .use(papersPages(world))
    .use(filePages(world))
    .use(registerPages(world))
    .use(connectorPages(world))
    .use(supervisionPages(world))
    .use(accountPages(world))
    .use(settingPages(world));
}
