import { normalForm } from './normal-form';

/** The words that a person searches for, in normal form; whatever has no letter or sign is none. */
export const searchWords = (text: string): string[] =>
  text
    .split(/\s+/u)
    .map(normalForm)
    .filter((word) => word !== '');
