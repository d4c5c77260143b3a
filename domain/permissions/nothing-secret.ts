import type { Secrecy } from '../process';

/** Of a case whose readers may read all of it. */
export const nothingSecret: Secrecy<unknown> = { words: [], opened: () => [], kept: () => [] };
