import type { JointCheckState } from '../../../domain/joint-check/state';
import { pathTo } from '../../paths';
import { formatDate } from '../../views/format';
import { row, type FactsContext, type Row } from '../facts';

/** What the office proposes or has decided, on what basis, and how far the conditions are. */
export function decisionRows({ t }: Pick<FactsContext, 't'>, state: JointCheckState): Row[] {
  const decision = state.proposedDecision ?? state.decision;
  if (!decision) return [];
  const { basis } = decision;
  const outcome = t(`acts:jointCheck.proposeDecision.fields.outcome.options.${decision.outcome}`);
  const words =
    basis &&
    (basis.kind === 'minutes'
      ? t('pages:check.minutes', { number: basis.number, date: formatDate(basis.date) })
      : t('pages:check.authorisation', { document: basis.document }));
  const scan =
    basis?.kind === 'minutes'
      ? [{ key: { text: t('pages:check.basis') }, value: { text: words, href: pathTo('file', { id: basis.scan }) } }]
      : row(t('pages:check.basis'), words);
  const conditions = state.proposedDecision
    ? decision.conditions.map((text) => ({ text, fulfilled: undefined }))
    : state.conditions;
  return [
    ...row(t(state.proposedDecision ? 'pages:check.proposed' : 'pages:check.decision'), outcome),
    ...row(t('pages:check.decisionReason'), decision.reason),
    ...scan,
    ...row(
      t('pages:check.conditions'),
      conditions.map(({ text, fulfilled }) =>
        state.proposedDecision
          ? text
          : `${text}（${fulfilled ? t('pages:check.fulfilled', { note: fulfilled.note }) : t('pages:check.open')}）`,
      ),
    ),
  ];
}
