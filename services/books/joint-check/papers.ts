import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { OFFICE } from '../../../domain/actor';
import { participantsOf, type JointCheckState } from '../../../domain/joint-check/state';
import type { DocumentRow } from '../../documents/document-row';
import { contactOf, ownWord, schemeSummary, sealNames, stateOf } from '../../documents/paper-facts';
import { documentNumber, givenNumber } from '../../numbers/document-numbers';
import { readSetting } from '../../queries/registers/read-setting';

/** 复函 of the joint-meeting office on a scheme that the lead asked it to determine. */
export async function decisionPaper(db: Queryable, row: DocumentRow) {
  const check = await stateOf<JointCheckState>(db, row.caseId);
  const decision = decisionOf(check);
  // A check may be decided on again: each decision has a paper of its own.
  if (!row.key.endsWith(decision.decidedAt)) return undefined;
  const name = await sealNames(db);
  const on = shanghaiDay(decision.decidedAt);
  return {
    issuer: name(OFFICE),
    own: ownWord(name(OFFICE)),
    number: await documentNumber(db, { unit: OFFICE, series: '函', on, subject: row.key }),
    date: on,
    addressee: name(check.lead),
    theirs: ownWord(name(check.lead)),
    check: { number: check.number, title: check.scheme.title },
    proposedOn: shanghaiDay(decision.at),
    outcome: decision.outcome,
    basis: decision.basis ? await basisOf(db, decision.basis, shanghaiDay(decision.at)) : null,
    conditions: decision.conditions,
    reason: decision.reason ?? '',
    copies: participantsOf(check).map(name),
  };
}

/** 抽查工作方案 of a check that was determined. */
export async function workPlan(db: Queryable, row: DocumentRow) {
  const check = await stateOf<JointCheckState>(db, row.caseId);
  const decision = decisionOf(check);
  if (!row.key.endsWith(decision.decidedAt)) return undefined;
  const name = await sealNames(db);
  const approvedOn = shanghaiDay(decision.decidedAt);
  const { scheme } = check;
  return {
    issuer: name(check.lead),
    own: ownWord(name(check.lead)),
    number: await documentNumber(db, { unit: check.lead, series: '发', on: approvedOn, subject: row.key }),
    date: approvedOn,
    addressees: participantsOf(check).map(name),
    approval: {
      number: (await givenNumber(db, `${check.id}/decision/${decision.decidedAt}`)) ?? '',
      date: approvedOn,
    },
    publicationDays: await readSetting(db, 'publication.workingDays', approvedOn),
    scheme: await schemeSummary(db, check),
    schedule: [
      {
        stage: '抽取',
        from: approvedOn,
        to: scheme.windowFrom > approvedOn ? scheme.windowFrom : approvedOn,
        work: '锁定检查对象和执法检查人员名单，由联席会议办公室按公开的方法抽取。',
      },
      {
        stage: '实施检查',
        from: scheme.windowFrom,
        to: scheme.windowTo,
        work: '各部门联合入户，一次完成全部事项的检查并录入结果。',
      },
    ],
    duties: scheme.tasks.map((task) => ({
      department: name(task.department),
      duty:
        task.department === check.lead
          ? `牵头组织，确定检查日期，${scheme.unannouncedBasis ? '检查前不告知检查对象' : '发出检查通知'}；负责本部门事项的检查、录入和公示。`
          : '负责本部门事项的检查、录入和公示。',
    })),
    contact: await contactOf(db, check.lead),
    copies: [name(OFFICE)],
  };
}

function decisionOf(check: JointCheckState) {
  if (!check.decision) throw new RangeError(`${check.id} was not decided on, so there is no decision to draw.`);
  return check.decision;
}

async function basisOf(
  db: Queryable,
  basis: NonNullable<NonNullable<JointCheckState['decision']>['basis']>,
  decidedOn: string,
) {
  if (basis.kind === 'minutes') return { kind: basis.kind, number: basis.number, date: basis.date };
  const known = await readSetting(db, 'decision.authorisations', decidedOn);
  const found = known.find((candidate) => candidate.id === basis.id);
  return {
    kind: basis.kind,
    document: basis.document,
    scope: basis.scope ?? found?.scope ?? basis.document,
    validTo: basis.validTo ?? found?.validTo ?? decidedOn,
  };
}
