import { platformOf } from '../../../domain/referral/state';
import { waitingForNobody } from '../../../services/queries/cases/waiting-for-nobody';
import { objectOf } from '../../../services/queries/cases/visit-view';
import type { CaseOf } from '../../../services/queries/cases/show-case';
import { resultsNow } from './result-now';
import { row, type CaseFacts, type FactsContext } from '../facts';

/** From whom, to whom, about which firm, and what came back. */
export async function referralFacts(context: FactsContext, { state }: CaseOf<'referral'>): Promise<CaseFacts> {
  const { formatDate } = context.world.views.texts;
  const { t, units, world } = context;
  const [object, nobody] = await Promise.all([
    objectOf(world.dataSource, state.object),
    waitingForNobody(world.dataSource.manager, { caseId: state.id }),
  ]);
  const platform = platformOf[state.referralKind];
  return {
    rows: [
      ...row(t('pages:referral.corrected'), correctedWords(context, state)),
      ...row(t('pages:referral.resultNow'), (await resultsNow(context, [state]))(state)),
      ...row(
        t('pages:referral.nobody'),
        nobody.map(({ department, capacity }) =>
          t('pages:referral.nobodyLine', {
            unit: units[department] ?? department,
            capacity: t(`cases:capacities.${capacity}`),
          }),
        ),
      ),
      ...row(t('pages:referral.kind'), t(`cases:referralKinds.${state.referralKind}`)),
      ...row(t('pages:referral.object'), object && [object.name, object.uscc ?? object.registrationNo ?? '']),
      ...row(t('pages:referral.from'), units[state.department]),
      ...row(
        t('pages:referral.to'),
        state.addressee ? units[state.addressee] : platform && t(`cases:platforms.${platform}`),
      ),
      ...row(t('pages:referral.facts'), state.facts),
      ...row(t('pages:referral.legalBasis'), state.legalBasis),
      ...row(t('pages:referral.catalogueCode'), state.catalogueCode),
      ...row(
        t('pages:referral.receipt'),
        state.receipt && `${formatDate(state.receipt.at)} ${state.receipt.reference ?? ''}`.trim(),
      ),
      ...row(
        t('pages:referral.reminders'),
        state.reminders.map((at) => formatDate(at)),
      ),
      ...row(t('pages:referral.refusal'), state.refusal?.reason),
      ...row(t('pages:referral.outcome'), state.outcome?.statement),
    ],
    tables: [],
    records: [],
    links: [],
  };
}

/** That the result is another now than the one that the text was written on. */
function correctedWords(
  { world }: FactsContext,
  { corrected, stage }: CaseOf<'referral'>['state'],
): string | undefined {
  if (!corrected) return undefined;
  const { t, formatDate } = world.views.texts;
  const { at, version, code } = corrected;
  return t(
    stage === 'draft' || stage === 'refused' ? 'pages:referral.correctedDraft' : 'pages:referral.correctedSent',
    {
      at: formatDate(at),
      version,
      code: code ? t(`cases:codes.${code}`) : '—',
    },
  );
}
