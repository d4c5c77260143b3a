import { checkCounts } from '../../../services/queries/cases/check-counts';
import type { Prints } from '../face';

/** The papers of all visits of a check as one file. */
export const jointCheckPrints: Prints<'joint-check'> = {
  papers: ['record-form', 'onsite-record', 'inspection-notice'],
  ofAll: ['inspection-notice'],
  has: (paper, department, { state }) =>
    paper === 'inspection-notice' || state.scheme.tasks.some((task) => task.department === department),
  batch: async (world, { id }) => (await checkCounts(world.dataSource, id)).visits,
};
