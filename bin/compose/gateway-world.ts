import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { GatewayWorld } from '../../engine/perform-act';
import { findReceipt, findState } from '../../services/queries/cases/find-receipt';

/** Joins engine and database into the one way by which case data changes. */
export function gatewayWorld(
  client: Client,
  dataSource: DataSource,
  taskQueue: string,
  patienceMs: number,
): GatewayWorld {
  return {
    client,
    taskQueue,
    patienceMs,
    findReceipt: (caseId, submission) => findReceipt(dataSource, caseId, submission),
    findState: (caseId) => findState(dataSource, caseId),
  };
}
