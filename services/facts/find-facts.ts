import { askedTogether } from '../../db/asked-together';
import type { Queryable } from '../../db/queryable';
import type { FactAnswers, FactKind, FactQuestion } from '../../domain/facts';
import { authorisation } from './authorisation';
import { certifiedOfficer } from './certified-officer';
import { checkCounts } from '../queries/cases/check-counts';
import { openReferrals } from '../queries/cases/open-referrals';
import { checkItems, itemsInForce } from './items-in-force';
import { dueDay } from './due-day';
import { legalTerm } from './legal-term';
import { readSetting } from '../queries/registers/read-setting';
import { recordedForm } from './recorded-form';
import { eligibleOfficers, officersOn, officerStanding, openTeams, recusedOfficers } from './officers-on';
import { firstDone } from './first-done';
import { opening } from './opening';
import { referralRecord } from './referral-record';
import { scopeCount } from '../queries/registers/scope-count';
import { spotCheckRecord } from './spot-check-record';
import { toldPlatform } from './told-platform';

type Finders = { [K in FactKind]: (question: Extract<FactQuestion, { kind: K }>) => Promise<FactAnswers[K]> };

/** Answers the questions that a rule asks of the registers and of other cases, by the connection of the act's transaction and in as few round trips as they allow. */
export async function findFacts(
  manager: Queryable,
  questions: Record<string, FactQuestion>,
): Promise<Record<string, unknown>> {
  const finders = findersOn(askedTogether(manager));
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, question]) => {
      const find = finders[question.kind] as (asked: FactQuestion) => Promise<FactAnswers[FactKind]>;
      return [name, await find(question)] as const;
    }),
  );
  return Object.fromEntries(answers);
}

function findersOn(manager: Queryable): Finders {
  return {
    dueDay: ({ from, workingDays }) => dueDay(manager, from, workingDays),
    departments: ({ codes }) =>
      manager.query('SELECT code, inspects FROM department WHERE code = ANY($1::text[])', [codes]),
    async receiver({ code }) {
      const rows: { handlers: number }[] = await manager.query(
        `SELECT (SELECT count(*)::int FROM account a WHERE a.department = d.code AND a.active AND 'departmentHandler' = ANY(a.capacities)) AS handlers
         FROM department d WHERE d.code = $1`,
        [code],
      );
      return { known: rows[0] !== undefined, handlers: rows[0]?.handlers ?? 0 };
    },
    items: ({ codes, on }) => itemsInForce(manager, codes, on),
    scopeCount: ({ scope }) => scopeCount(manager, scope),
    attachments: ({ ids }) =>
      manager.query('SELECT id, name, sha256, mime FROM stored_file WHERE id = ANY($1::uuid[])', [ids]),
    authorisation: (asked) => authorisation(manager, asked),
    certifiedOfficer: (asked) => certifiedOfficer(manager, asked),
    officersOn: (asked) => officersOn(manager, asked),
    eligibleOfficers: (asked) => eligibleOfficers(manager, asked),
    recusedOfficers: (asked) => recusedOfficers(manager, asked),
    officerStanding: (asked) => officerStanding(manager, asked),
    openTeams: (asked) => openTeams(manager, asked),
    firstDone: (asked) => firstDone(manager, asked),
    async objectStatus({ object }) {
      const rows: FactAnswers['objectStatus'][] = await manager.query('SELECT status FROM check_object WHERE id = $1', [
        object,
      ]);
      return rows[0] ?? {};
    },
    checkItems: ({ check, department }) => checkItems(manager, check, department),
    recordedForm: (asked) => recordedForm(manager, asked),
    spotCheckRecord: (asked) => spotCheckRecord(manager, asked),
    referralRecord: ({ referral }) => referralRecord(manager, referral),
    toldPlatform: (asked) => toldPlatform(manager, asked),
    setting: ({ key, on }) => readSetting(manager, key, on),
    legalTerm: (asked) => legalTerm(manager, asked),
    openReferrals: (asked) => openReferrals(manager, asked),
    checkCounts: ({ check }) => checkCounts(manager, check),
    opening: (asked) => opening(manager, asked),
  };
}
