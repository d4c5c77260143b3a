import type { ActContext } from './face';

/** Of an act that is about nothing but the case itself, which the person comes from. */
export const noContext: ActContext = { rows: [], records: [] };
