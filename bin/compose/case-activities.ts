import type { Client } from '@temporalio/client';
import { createCaseActivities, type CaseActivities } from '../../activities/cases';
import { isDatabaseAway } from '../../db/is-away';
import type { Standing } from '../../domain/standing';
import { stepOfEffect } from '../../domain/step-kind';
import type { VisitState } from '../../domain/visit/state';
import { createCaseWorld } from '../../engine/create-case-world';
import { wakeExchange } from '../../engine/wake-exchange';
import { wakeTogether } from '../../engine/wake-together';
import { findEffect, settleEffect } from '../../services/cases/effects';
import { countFault } from '../../services/cases/faults';
import { judgeOrPark } from '../../services/cases/judge-or-park';
import type { JudgeWorld } from '../../services/cases/judge-world';
import { findOutcome } from '../../services/cases/outcomes';
import { recordVisits } from '../../services/cases/record-visits';
import { standingOf } from '../../services/cases/standing-of';
import { countStray } from '../../services/cases/strays';
import { drawnVisits } from '../../services/draw/drawn-visits';
import { casesWithTerms } from '../../services/queries/cases/cases-with-terms';
import { checkCounts } from '../../services/queries/cases/check-counts';
import { openVisitIds } from '../../services/queries/cases/open-visit-ids';
import { hasCalendar } from '../../services/queries/registers/has-calendar';
import { markRecounted } from '../../services/registers/mark-recounted';
import type { taskQueuesOf } from '../../workflows/contracts';
import { tellingWorld } from './gateway-world';

const tellingPatienceMs = 20_000;
/** A platform's queue looks at everything that is due each time it is woken. */
const wakesApartMs = 500;

export interface CaseActivityOptions {
  /** Events after which a case's run goes on as a new one; the workflow's own number where nothing is said. */
  eventsAtMost?: number;
  /** How long a case that is told something may take to answer, in milliseconds. */
  patienceMs?: number;
}

/** The activities of cases on a real database and a real engine. */
export function caseActivities(
  client: Client,
  judging: JudgeWorld,
  queues: ReturnType<typeof taskQueuesOf>,
  { eventsAtMost, patienceMs = tellingPatienceMs }: CaseActivityOptions = {},
): CaseActivities {
  const { dataSource } = judging;
  const gateway = tellingWorld(client, dataSource, queues.cases, patienceMs);
  const limited = <T extends { standing?: Standing }>(judged: T): T =>
    judged.standing && eventsAtMost ? { ...judged, standing: { ...judged.standing, eventsAtMost } } : judged;
  return createCaseActivities(
    createCaseWorld({
      judge: async (asked, onProgress) => limited(await judgeOrPark(judging, asked, onProgress)),
      async standing(caseId) {
        const standing = await standingOf(dataSource, judging, caseId);
        if (!standing) await countStray(dataSource, caseId, 'CASE_UNKNOWN');
        return limited({ verdict: 'nothing' as const, standing });
      },
      countStray: (place, reason) => countStray(dataSource, place, reason),
      effects: {
        gateway,
        visitsOf: (batch) => drawnVisits(dataSource, batch),
        recordVisits: (page, act) =>
          recordVisits(dataSource, page as VisitState[], { act, dayEndsAt: judging.dayEndsAt }),
        openVisitIds: (check) => openVisitIds(dataSource, check),
        progress: (check) => checkCounts(dataSource, check),
        wakeExchange: wakeTogether((platform) => wakeExchange(gateway, platform), wakesApartMs),
        async parkTelling(caseId, key, act, why) {
          await countFault(dataSource, { caseId, key, step: act, account: 'system', department: 'SYSTEM' }, why, 1);
        },
      },
      findEffect: (caseId, id) => findEffect(dataSource, caseId, id),
      settleEffect: (id, state) => settleEffect(dataSource, id, state),
      countFault: ({ id, caseId, lead, effect }, message, atMost) =>
        countFault(
          dataSource,
          { caseId, key: stepOfEffect(id), step: effect.kind, account: 'system', department: lead },
          message,
          atMost,
        ),
      isDatabaseAway,
      async openedBy(place, key) {
        const outcome = await findOutcome(dataSource, place, key);
        return outcome?.kind === 'done' ? outcome.receipt.caseId : undefined;
      },
      casesWithTerms: () => casesWithTerms(dataSource),
      hasCalendar: (calendar) => hasCalendar(dataSource, calendar),
      markRecounted: (calendar) => markRecounted(dataSource, calendar),
    }),
  );
}
