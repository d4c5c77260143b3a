import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { faces } from '../faces';
import type { CaseHeadOf } from '../faces/face';
import { accountPages } from './accounts/account-pages';
import { caseActPages } from './case/act-page';
import { caseHead } from './case/case-head';
import { casePage } from './case/case-page';
import { papersTab } from './case/papers-tab';
import { timelineTab } from './case/timeline-tab';
import { caseHistoryPage } from './case/history-page';
import { pendingPage } from './case/pending-page';
import { claimPage } from './claims/claim-page';
import { draftsPage } from './drafts/drafts-page';
import { casesPage } from './cases-page';
import { connectorPages } from './connectors/connector-pages';
import { faultPages } from './faults/fault-pages';
import { filePages } from './files';
import { dashboardPage } from './dashboard/dashboard-page';
import { homePage } from './home-page';
import { manyActsPage } from './many/many-acts-page';
import { papersPages } from './papers-page';
import { publicationQueuePage } from './publication-queue-page';
import { registerPages } from './registers/register-pages';
import { searchPage } from './search/search-page';
import { settingPages } from './settings/setting-pages';
import { supervisionPages } from './supervision/supervision-pages';
import { waitsPage } from './waits-page';

/** Every page behind the sign-in. */
export function backOfficePages(world: AppWorld): Router {
  const headOf: CaseHeadOf = (req, res, page) => caseHead(world, req, res, page);
  const ofKinds = Object.values(faces).flatMap((face) => face.pages.map((page) => page(world, headOf)));
  return Router()
    .use(homePage(world))
    .use(searchPage(world))
    .use(dashboardPage(world))
    .use(waitsPage(world))
    .use(casesPage(world))
    .use(casePage(world))
    .use(papersTab(world))
    .use(timelineTab(world))
    .use(caseActPages(world))
    .use(pendingPage(world))
    .use(caseHistoryPage(world))
    .use(manyActsPage(world))
    .use(claimPage(world))
    .use(draftsPage(world))
    .use(ofKinds)
    .use(publicationQueuePage(world))
    .use(papersPages(world))
    .use(filePages(world))
    .use(registerPages(world))
    .use(connectorPages(world))
    .use(faultPages(world))
    .use(supervisionPages(world))
    .use(accountPages(world))
    .use(settingPages(world));
}
