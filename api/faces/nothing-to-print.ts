import type { CaseKind } from '../../domain/process';
import type { Prints } from './face';

/** Of a case whose papers all come with an act. */
export const nothingToPrint: Prints<CaseKind> = { papers: [], ofAll: [], has: () => false };
