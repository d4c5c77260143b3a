import type { CaseStates } from '../../domain/case-states';
import type { CaseKind, CaseState } from '../../domain/process';
import type { Book } from './book';
import { consultationBook } from './consultation/book';
import { drawBook } from './draw/book';
import { jointCheckBook } from './joint-check/book';
import { referralBook } from './referral/book';
import { visitBook } from './visit/book';

const everyBook = {
  'joint-check': jointCheckBook,
  consultation: consultationBook,
  draw: drawBook,
  visit: visitBook,
  referral: referralBook,
} satisfies { [K in CaseKind]: Book<CaseStates[K]> };

/** What the database and the printer keep of each kind of case. */
export const books: Readonly<Record<CaseKind, Book<CaseState>>> = everyBook;
