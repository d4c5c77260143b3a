import { fulfilCondition } from '../../../domain/joint-check/acts/fulfil-condition';
import { caseAddress } from '../../paths';
import type { ManyOf } from '../many';

/**
 * How the conditions of many approvals are reported as met: each check with the conditions that are open, and in the opened
 * row which of them it is and how it was met. What remains open of a check is offered again.
 */
export const manyChecks: Readonly<Record<string, ManyOf<'joint-check'>>> = {
  [fulfilCondition.name]: {
    said: {},
    inOpened: ['condition', 'note'],
    columns: ['pages:queue.check', 'pages:check.conditions'],
    wide: ['pages:check.conditions'],
    async lines(_context, _act, checks) {
      return checks.map(({ id, title, state }) => ({
        cells: [
          { text: title, href: caseAddress(id) },
          { lines: state.conditions.flatMap(({ text, fulfilled }) => (fulfilled ? [] : [text])) },
        ],
        adverse: false,
        // Which condition it is stands in the opened row.
        readFirst: true,
      }));
    },
  },
};
