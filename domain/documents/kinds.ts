import type { z } from 'zod';
import { ConsultationLetter } from './consultation-letter';
import { ConsultationReply } from './consultation-reply';
import { Decision } from './decision';
import { InspectionNotice } from './inspection-notice';
import { OnsiteRecord } from './onsite-record';
import { RecordFormDocument } from './record-form';
import { ClueTransfer, ReferralLetter } from './referral-letter';
import { ResultNotice } from './result-notice';
import { WorkPlan } from './work-plan';

/** How a paper is set: letters with GB/T 9704 geometry, under a red head or not, or forms of which many share one print. */
export type DocumentLook = 'letter' | 'redHead' | 'form' | 'numberedForm' | 'notice';

/** Every kind of paper that the project issues: the schema of its data, and how it is set. Its template bears its name. */
export const documents = {
  'consultation-letter': { schema: ConsultationLetter, look: 'letter' },
  'consultation-reply': { schema: ConsultationReply, look: 'letter' },
  decision: { schema: Decision, look: 'letter' },
  'work-plan': { schema: WorkPlan, look: 'redHead' },
  'inspection-notice': { schema: InspectionNotice, look: 'notice' },
  'record-form': { schema: RecordFormDocument, look: 'form' },
  'onsite-record': { schema: OnsiteRecord, look: 'numberedForm' },
  'result-notice': { schema: ResultNotice, look: 'notice' },
  'referral-letter': { schema: ReferralLetter, look: 'letter' },
  'clue-transfer': { schema: ClueTransfer, look: 'form' },
} satisfies Record<string, { schema: z.ZodType; look: DocumentLook }>;

export type DocumentKind = keyof typeof documents;

/** What a caller gives for a paper of this kind; `kind` is known from the call and fields with defaults may be left out. */
export type DocumentInput<K extends DocumentKind> = Omit<z.input<(typeof documents)[K]['schema']>, 'kind'>;
