import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { createCaseActivities, type CaseActivities } from '../../activities/cases';
import type { VisitState } from '../../domain/visit/state';
import { createCaseWorld } from '../../engine/create-case-world';
import { wakeExchange } from '../../engine/wake-exchange';
import { recordAct } from '../../services/cases/record-act';
import { recordVisits } from '../../services/cases/record-visits';
import { queueDocument } from '../../services/documents/queue-document';
import { drawnVisits } from '../../services/draw/drawn-visits';
import { checkCounts } from '../../services/queries/cases/check-counts';
import { createFactFinder } from '../../services/facts/find-fact';
import { findState } from '../../services/queries/cases/find-receipt';
import { casesWithTerms } from '../../services/queries/cases/cases-with-terms';
import { markRecounted } from '../../services/registers/mark-recounted';
import { openVisitIds } from '../../services/queries/cases/open-visit-ids';
import type { taskQueuesOf } from '../../workflows/contracts';
import { gatewayWorld } from './gateway-world';

const tellingPatienceMs = 20_000;

/** The activities of cases on a real database and a real engine. */
export function caseActivities(
  client: Client,
  dataSource: DataSource,
  queues: ReturnType<typeof taskQueuesOf>,
  perMinute?: number,
): CaseActivities {
  return createCaseActivities(
    createCaseWorld({
      client,
      gateway: gatewayWorld(client, dataSource, queues.cases, tellingPatienceMs),
      recordAct: (record) => recordAct(dataSource, record),
      findFact: createFactFinder(dataSource),
      queueDocument: (order) => queueDocument(dataSource, order),
      wakeExchange: (platform) => wakeExchange(client, platform, queues, perMinute),
      findState: (caseId) => findState(dataSource, caseId),
      visitsOf: (batch) => drawnVisits(dataSource, batch),
      recordVisits: (page) => recordVisits(dataSource, page as VisitState[]),
      openVisitIds: (check) => openVisitIds(dataSource, check),
      casesWithTerms: () => casesWithTerms(dataSource),
      markRecounted: (calendar) => markRecounted(dataSource, calendar),
      counts: (check) => checkCounts(dataSource, check),
    }),
  );
}
