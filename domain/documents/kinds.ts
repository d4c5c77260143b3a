import type { z } from 'zod';
import { ConsultationLetter } from './consultation-letter';
import { ConsultationReply } from './consultation-reply';
import { Decision } from './decision';
import { InspectionNotice } from './inspection-notice';
import { OnsiteRecord } from './onsite-record';
import { RecordFormDocument } from './record-form';
import { ReferralLetter } from './referral-letter';
import { ResultNotice } from './result-notice';
import { WorkPlan } from './work-plan';

/** Every kind of paper that the project issues, with the schema of its data. */
export const documentSchemas = {
  'consultation-letter': ConsultationLetter,
  'consultation-reply': ConsultationReply,
  decision: Decision,
  'work-plan': WorkPlan,
  'inspection-notice': InspectionNotice,
  'record-form': RecordFormDocument,
  'onsite-record': OnsiteRecord,
  'result-notice': ResultNotice,
  'referral-letter': ReferralLetter,
};

export type DocumentKind = keyof typeof documentSchemas;

/** What a caller gives for a paper of this kind; `kind` is known from the call and fields with defaults may be left out. */
export type DocumentInput<K extends DocumentKind> = Omit<z.input<(typeof documentSchemas)[K]>, 'kind'>;
