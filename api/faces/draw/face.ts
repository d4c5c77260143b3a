import type { Face } from '../face';
import { noContext } from '../no-context';
import { nothingToPrint } from '../nothing-to-print';
import { bundleDownload } from './bundle-download';
import { drawFacts } from './facts';
import { leftOutPage } from './left-out-page';

/** How people see a draw. */
export const drawFace: Face<'draw'> = {
  facts: drawFacts,
  tints: { blocked: 'grey', awaitingFreeze: 'blue', frozen: 'blue', drawn: 'blue', opened: 'blue', cancelled: 'grey' },
  goesOn: 'nowhere',
  hint: () => undefined,
  about: async () => noContext,
  choices: async () => ({}),
  present: async () => ({}),
  ownForms: {},
  fits: {},
  prints: nothingToPrint,
  pages: [bundleDownload, leftOutPage],
};
