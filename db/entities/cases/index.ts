import { ActRecord } from './act-record';
import { BatchFile } from './batch-file';
import { BatchInspector } from './batch-inspector';
import { BatchObject } from './batch-object';
import { Batch } from './batch';
import { CaseNumber } from './case-number';
import { CaseWaiting } from './case-waiting';
import { Document } from './document';
import { Draft } from './draft';
import { OfficialCase } from './official-case';
import { Publication } from './publication';
import { ReferralRow } from './referral-row';
import { ResultVersion } from './result-version';
import { RunHistory } from './run-history';
import { SessionRow } from './session-row';
import { StoredFile } from './stored-file';
import { VisitResult } from './visit-result';

/** Tables of cases, acts, draws, visits and what belongs to them. */
export const caseEntities = [
  ActRecord,
  BatchFile,
  BatchInspector,
  BatchObject,
  Batch,
  CaseNumber,
  CaseWaiting,
  Document,
  Draft,
  OfficialCase,
  Publication,
  ReferralRow,
  ResultVersion,
  RunHistory,
  SessionRow,
  StoredFile,
  VisitResult,
];
