import type { Queryable } from '../../../db/queryable';
import { givenNumber } from '../../numbers/document-numbers';

/** The paper that bears the number of a round's letter. */
export const letterOf = (round: string): string => `${round}/letter`;

/** 发文字号 of the letter of a consultation's round, as the lead's register gave it. */
export const letterNumber = (db: Queryable, round: string): Promise<string | undefined> =>
  givenNumber(db, letterOf(round));
