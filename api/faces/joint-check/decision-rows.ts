import type { JointCheckState } from '../../../domain/joint-check/state';
import { row, type FactsContext, type Row } from '../facts';
import { basisRow } from './basis-row';

/** What the office proposes or has decided, on what basis, and how far the conditions are. */
export function decisionRows(context: Pick<FactsContext, 'world'>, state: JointCheckState): Row[] {
  const { t, marks } = context.world.views.texts;
  const decision = state.proposedDecision ?? state.decision;
  if (!decision) return [];
  const outcome = t(`acts:jointCheck.proposeDecision.fields.outcome.options.${decision.outcome}`);
  const conditions = state.proposedDecision
    ? decision.conditions.map((text) => ({ text, fulfilled: undefined }))
    : state.conditions;
  return [
    ...row(t(state.proposedDecision ? 'pages:check.proposed' : 'pages:check.decision'), outcome),
    ...row(t('pages:check.decisionReason'), decision.reason),
    ...basisRow(context, decision.basis),
    ...row(
      t('pages:check.conditions'),
      conditions.map(({ text, fulfilled }) =>
        state.proposedDecision
          ? text
          : `${text}${marks.brackets(fulfilled ? t('pages:check.fulfilled', { note: fulfilled.note }) : t('pages:check.open'))}`,
      ),
    ),
  ];
}
