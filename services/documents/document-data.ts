import type { DataSource } from 'typeorm';
import { consultationLetter, consultationReply } from './consultation-papers';
import { decisionPaper, workPlan } from './decision-papers';
import type { DocumentFrame, DocumentRow } from './issue-document';
import { referralLetter } from './referral-papers';
import { inspectionNotice, onsiteRecord, recordForm, resultNotice } from './visit-papers';

type Builder = (dataSource: DataSource, row: DocumentRow, frame: DocumentFrame) => Promise<Record<string, unknown>>;

const builders: Record<string, Builder> = {
  'consultation-letter': consultationLetter,
  'consultation-reply': consultationReply,
  decision: decisionPaper,
  'work-plan': workPlan,
  'inspection-notice': inspectionNotice,
  'record-form': recordForm,
  'onsite-record': onsiteRecord,
  'result-notice': resultNotice,
  'referral-letter': referralLetter,
};

/**
 * What a paper says, read from its case.
 * @throws RangeError for a kind of paper that nobody draws
 */
export async function documentData(
  dataSource: DataSource,
  row: DocumentRow,
  frame: DocumentFrame,
): Promise<Record<string, unknown>> {
  const build = builders[row.kind];
  if (!build) throw new RangeError(`No paper is called "${row.kind}".`);
  return { ...(await build(dataSource, row, frame)), kind: row.kind, demonstration: frame.demonstration };
}
