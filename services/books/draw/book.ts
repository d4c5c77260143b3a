import type { DrawState } from '../../../domain/draw/state';
import type { Book } from '../book';
import { itsOwn } from '../paper-of-case';

/** Pools and bundles of a draw are written by the draw itself (services/draw). */
export const drawBook: Book<DrawState> = {
  project: async () => undefined,
  papers: {},
  casesOf: itsOwn,
};
