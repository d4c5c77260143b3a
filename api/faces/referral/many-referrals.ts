import { dispatch } from '../../../domain/referral/acts/dispatch';
import { receive } from '../../../domain/referral/acts/receive';
import { refuseReceipt } from '../../../domain/referral/acts/refuse-receipt';
import type { ManyCase } from '../../../services/queries/cases/many-cases';
import { nameOfDay } from '../../pages/name-of-day';
import { caseAddress } from '../../paths';
import type { FactsContext } from '../facts';
import type { ManyLine, ManyOf } from '../many';
import { resultsNow } from './result-now';
import { referredTo } from './referred-to';

type Referral = ManyCase<'referral'>;

/** The whole text stands in the row: whoever sends or signs for it has it before them. */
const inFull = (second: { column: string; text(context: FactsContext, referral: Referral): string }) => ({
  columns: ['pages:referral.object', second.column, 'pages:referral.facts', 'pages:referral.legalBasis'],
  async lines(context: FactsContext, _act: unknown, referrals: Referral[]): Promise<ManyLine[]> {
    const resultNow = await resultsNow(
      context,
      referrals.map(({ state }) => state),
    );
    return referrals.map((referral) => ({
      cells: [
        {
          text: nameOfDay(context, referral.object, referral.objectNow) ?? referral.title,
          href: caseAddress(referral.id),
          hint: [referral.number, ...resultNow(referral.state)].join(context.world.views.texts.marks.stop),
        },
        { text: second.text(context, referral) },
        { text: referral.state.facts ?? '' },
        { text: referral.state.legalBasis ?? '' },
      ],
      adverse: false,
      readFirst: false,
    }));
  },
});

/** How people send and sign for many referrals. */
export const manyReferrals: Readonly<Record<string, ManyOf<'referral'>>> = {
  [dispatch.name]: {
    said: {},
    ...inFull({ column: 'pages:referral.to', text: (context, referral) => referredTo(context, referral) ?? '' }),
  },
  [receive.name]: {
    said: {},
    back: { act: refuseReceipt.name, said: {} },
    ...inFull({
      column: 'pages:referral.from',
      text: ({ units }, { state }) => units[state.department] ?? state.department,
    }),
  },
};
