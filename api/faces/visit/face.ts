import { allInOrder } from '../../../domain/visit/acts/all-in-order';
import { concludeDisposition } from '../../../domain/visit/acts/conclude-disposition';
import { confirmResult } from '../../../domain/visit/acts/confirm-result';
import { correctResult } from '../../../domain/visit/acts/correct-result';
import { decideWithholding } from '../../../domain/visit/acts/decide-withholding';
import { disputeResult } from '../../../domain/visit/acts/dispute-result';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { nameSubstitute } from '../../../domain/visit/acts/name-substitute';
import { proposeWithholding } from '../../../domain/visit/acts/propose-withholding';
import { publishResult } from '../../../domain/visit/acts/publish-result';
import { reviewResult } from '../../../domain/visit/acts/review-result';
import { takeBackResult } from '../../../domain/visit/acts/take-back-result';
import { withdrawPublication } from '../../../domain/visit/acts/withdraw-publication';
import { registerObstacle } from '../../../domain/visit/register-state';
import { officerChoices } from '../../../services/queries/cases/act-choices';
import { itemsToCheck } from '../../../services/queries/cases/items-to-check';
import { correctionsUnderway } from '../../../services/queries/cases/corrections-underway';
import { objectOf, officersOf } from '../../../services/queries/cases/visit-view';
import { correctionWords } from '../../pages/correction-words';
import { pathTo } from '../../paths';
import type { Face } from '../face';
import { row } from '../facts';
import { dayWords } from './day-words';
import { changedItemRows, changedItemsOf, changeOfItem } from './item-changes';
import { visitExamples } from './examples';
import { visitFacts } from './facts';
import { itemFolds } from './item-folds';
import { manyVisits } from './many-visits';
import { officersIn } from './officer-lines';
import { myVisitsPage } from './my-visits-page';
import { openReferralRows } from './open-referral-rows';
import { phoneRow } from './phone-row';
import { presentValues } from './present-values';
import { visitObstacles } from './visit-obstacles';
import { visitPrints } from './prints';
import { recordRows } from './record-rows';
import { visitRecords } from './records';
import { registerRead } from './register-read';
import { registerRow } from './register-row';
import { softeningRows } from './softening-rows';
import { substituteRows } from './substitute-rows';
import { visitsPage } from './visits-page';

/** Acts that judge what was recorded. */
const aboutTheRecord = new Set(
  [
    confirmResult,
    disputeResult,
    takeBackResult,
    reviewResult,
    publishResult,
    proposeWithholding,
    decideWithholding,
    withdrawPublication,
    draftReferral,
    concludeDisposition,
  ].map(({ name }) => name),
);

/** Acts that say what was found, item by item. */
const atTheDoor = new Set([enterResult, allInOrder, correctResult].map(({ name }) => name));

/** How people see a visit. */
export const visitFace: Face<'visit'> = {
  facts: visitFacts,
  tints: { awaitingDate: 'grey', scheduled: 'blue', noticed: 'blue', closed: 'grey', cancelled: 'grey' },
  goesOn: 'nowhere',
  hint: () => undefined,
  async about(context, { state }, act) {
    const own = context.person.department;
    const [object, officers, changed] = await Promise.all([
      objectOf(context.world.dataSource, state.object),
      officersIn(context, state),
      changedItemsOf(context, state),
    ]);
    const now = [
      ...row(context.t('pages:visit.object'), object?.name),
      ...registerRow(context, object),
      ...row(context.t('pages:visit.address'), object?.address),
      ...phoneRow(context, object?.phone),
      ...row(context.t('pages:visit.date'), state.date && (await dayWords(context))(state.date)),
      ...(await visitObstacles(context, state, officers)),
      ...changedItemRows(context, changed, state),
    ];
    if (act.name === nameSubstitute.name) now.push(...(await substituteRows(context, state, own)));
    if (act.name === concludeDisposition.name) now.push(...(await openReferralRows(context, state.id)));
    const items = atTheDoor.has(act.name) ? await itemFolds(context, state, own) : [];
    if (!aboutTheRecord.has(act.name)) return { rows: now, records: [], items };
    const [softer, records, underway] = await Promise.all([
      softeningRows(context, state, own),
      visitRecords(context, state, own),
      correctionsUnderway(context.world.dataSource, [state.id]),
    ]);
    const correction = correctionWords(context.world.views.texts, underway, { visit: state.id, department: own });
    return { rows: [...now, ...row(context.t('pages:visit.correction'), correction), ...softer], records };
  },
  async choices(context, { state }) {
    const { marks } = context.world.views.texts;
    const { world, person, t } = context;
    const named = (officer: { id: string; name: string; staffNo: string }) => ({
      value: officer.id,
      text: `${officer.name}${marks.brackets(officer.staffNo)}`,
    });
    const [object, items, changed, officers, team] = await Promise.all([
      objectOf(world.dataSource, state.object),
      itemsToCheck(world.dataSource.manager, state.check, person.department),
      changedItemsOf(context, state),
      officerChoices(world.dataSource, person.department),
      officersOf(world.dataSource, state.results[person.department]?.officers ?? []),
    ]);
    const { code } = state.results[person.department] ?? {};
    const contradicting = registerObstacle(code, object?.status, undefined) ? [object?.status ?? ''] : [];
    return {
      registerRead: contradicting.map((value) => ({ value, text: t(`registers:values.status.${value}`) })),
      items: items.map(({ code: value, name }) => ({
        value,
        text: `${name}${changeOfItem(context, changed, value) ?? ''}`,
      })),
      officers: officers.map(named),
      team: team.map(named),
    };
  },
  present: presentValues,
  ownForms: {},
  fits: {
    [enterResult.name]: recordRows,
    [correctResult.name]: recordRows,
    [reviewResult.name]: registerRead,
  },
  examples: visitExamples,
  prints: visitPrints,
  many: manyVisits,
  listAddress: (number, act) => pathTo('visitsOfCheck', { number, act }),
  pages: [visitsPage, myVisitsPage],
};
