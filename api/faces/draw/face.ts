import { freeze } from '../../../domain/draw/acts/freeze';
import type { Face } from '../face';
import { noContext } from '../no-context';
import { nothingToPrint } from '../nothing-to-print';
import { beforeFreeze } from './before-freeze';
import { drawExamples } from './examples';
import { bundleDownload } from './bundle-download';
import { drawFacts } from './facts';
import { leftOutPage } from './left-out-page';
import { poolPage } from './pool-page';

/** How people see a draw. */
export const drawFace: Face<'draw'> = {
  facts: drawFacts,
  tints: { blocked: 'grey', awaitingFreeze: 'blue', frozen: 'blue', drawn: 'blue', opened: 'blue', cancelled: 'grey' },
  goesOn: 'nowhere',
  hint: () => undefined,
  about: async (context, { state }, act) =>
    act.name === freeze.name ? { rows: await beforeFreeze(context, state), records: [] } : noContext,
  choices: async () => ({}),
  present: async () => ({}),
  many: {},
  ownForms: {},
  fits: {},
  examples: drawExamples,
  prints: nothingToPrint,
  pages: [bundleDownload, poolPage, leftOutPage],
};
