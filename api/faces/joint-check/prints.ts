import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import type { Prints } from '../face';

/** The papers of all visits of a check as one file. */
export const jointCheckPrints: Prints<'joint-check'> = {
  papers: ['record-form', 'onsite-record', 'inspection-notice'],
  ofAll: ['inspection-notice'],
  has: (paper, department, { state }) =>
    paper === 'inspection-notice' || state.scheme.tasks.some((task) => task.department === department),
  // A batch is made anew each day, and whenever more visits have a result to print.
  async batch(world, { id }) {
    const { visits, visited } = await checkCounts(world.dataSource, id);
    return { total: visits, edition: `${shanghaiDay(world.now())}-${visited}` };
  },
};
