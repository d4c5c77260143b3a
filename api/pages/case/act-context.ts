import type { Act } from '../../../domain/act';
import type { ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { VisitState } from '../../../domain/visit/state';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import type { Person } from '../../person';
import { decisionRows } from '../case-facts/decision-rows';
import { extensionAsked } from '../case-facts/extension-asked';
import { row, type FactsContext, type RecordView, type Row } from '../case-facts/facts';
import { fileLinks } from '../case-facts/file-links';
import { visitRecords } from '../case-facts/visit-records';

/** What an act is about, to be read on the page where it is done. */
export interface ActContext {
  rows: Row[];
  records: RecordView[];
}

/** Acts of a visit that judge what was recorded. */
const aboutTheRecord: readonly string[] = [
  'visit.confirmResult',
  'visit.reviewResult',
  'visit.publishResult',
  'visit.proposeWithholding',
  'visit.decideWithholding',
  'visit.withdrawPublication',
  'visit.draftReferral',
  'visit.concludeDisposition',
];

/** Shows a person what they are about to decide on, so that nobody confirms, reviews or sends what they have not before them. */
export async function actContext(
  world: AppWorld,
  view: CaseView,
  act: Act,
  person: Person,
): Promise<ActContext | undefined> {
  const context: FactsContext = { world, person, units: await unitNames(world.dataSource), t: world.views.texts.t };
  if (aboutTheRecord.includes(act.name))
    return filled([], await visitRecords(context, view.state as VisitState, person.department));
  if (act.name === 'jointCheck.decide') return filled(decisionRows(context, view.state as JointCheckState), []);
  if (act.name === 'jointCheck.decideExtension')
    return filled(extensionAsked(context, view.state as JointCheckState), []);
  if (act.name === 'consultation.sendAnswer' || act.name === 'consultation.returnDraft')
    return filled(await draftRows(context, view.state as ConsultationState), []);
  return undefined;
}

function filled(rows: Row[], records: RecordView[]): ActContext | undefined {
  return rows.length + records.length > 0 ? { rows, records } : undefined;
}

async function draftRows(context: FactsContext, state: ConsultationState): Promise<Row[]> {
  const { t, person } = context;
  const draft = state.letters[person.department]?.draft;
  if (!draft) return [];
  const links = (await fileLinks(context, draft.attachments))(draft.attachments);
  const attached: Row[] = links.length > 0 ? [{ key: { text: t('pages:case.attachments') }, value: { links } }] : [];
  return [
    ...row(t('pages:round.draft'), t(`cases:verdicts.${draft.verdict}`)),
    ...row(t('pages:check.reasons'), draft.reasons),
    ...attached,
  ];
}
