import { ActRecord } from './act-record';
import { BatchFile } from './batch-file';
import { BatchInspector } from './batch-inspector';
import { BatchObject } from './batch-object';
import { Batch } from './batch';
import { CaseNumber } from './case-number';
import { CaseSearch } from './case-search';
import { CaseWaiting } from './case-waiting';
import { DocumentNumber } from './document-number';
import { Document } from './document';
import { Draft } from './draft';
import { OfficerReplacement } from './officer-replacement';
import { OfficialCase } from './official-case';
import { PartialUpload } from './partial-upload';
import { Publication } from './publication';
import { ReferralRow } from './referral-row';
import { ResultVersion } from './result-version';
import { RowOpening } from './row-opening';
import { RunHistory } from './run-history';
import { SessionRow } from './session-row';
import { StoredFile } from './stored-file';
import { ActAttempt } from './act-attempt';
import { ActOutcomeRow } from './act-outcome';
import { ActRequestRow } from './act-request';
import { ActSeries } from './act-series';
import { ActSeriesPiece } from './act-series-piece';
import { CaseEffect } from './case-effect';
import { EndedWaiting } from './ended-waiting';
import { StepFault } from './step-fault';
import { StrayRequest } from './stray-request';
import { Pool } from './pool';
import { TaskClaim } from './task-claim';
import { UploadPiece } from './upload-piece';
import { VisitResult } from './visit-result';

/** Tables of cases, acts, draws, visits and what belongs to them. */
export const caseEntities = [
  ActRecord,
  ActSeries,
  ActSeriesPiece,
  BatchFile,
  BatchInspector,
  BatchObject,
  Batch,
  CaseNumber,
  CaseSearch,
  CaseWaiting,
  Document,
  DocumentNumber,
  Draft,
  OfficerReplacement,
  OfficialCase,
  PartialUpload,
  Publication,
  ReferralRow,
  ResultVersion,
  RowOpening,
  RunHistory,
  SessionRow,
  StoredFile,
  ActAttempt,
  ActOutcomeRow,
  ActRequestRow,
  CaseEffect,
  EndedWaiting,
  StepFault,
  StrayRequest,
  Pool,
  TaskClaim,
  UploadPiece,
  VisitResult,
];
