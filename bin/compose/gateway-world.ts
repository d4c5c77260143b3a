import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { ActSigner } from '../../connectors/act-keys';
import { Refusal } from '../../domain/refusal';
import type { GatewayWorld } from '../../engine/perform-act';
import { judgeFirst } from '../../services/cases/judge';
import { keepRequest } from '../../services/cases/keep-request';
import type { JudgeWorld } from '../../services/cases/judge-world';
import { noteAttempt } from '../../services/cases/note-attempt';
import { findOutcome } from '../../services/cases/outcomes';
import { countStray } from '../../services/cases/strays';

type Telling = Pick<GatewayWorld, 'client' | 'taskQueue' | 'patienceMs' | 'findOutcome' | 'countStray'>;

/** Joins engine and database into the one way by which case data changes; for the web, which alone can sign. */
export function gatewayWorld(
  telling: Telling,
  dataSource: DataSource,
  judging: JudgeWorld,
  signer: ActSigner,
): GatewayWorld {
  const world = { rules: judging.rules, sign: signer.sign, now: judging.now };
  return {
    ...telling,
    async judgeFirst(request) {
      const seen = await judgeFirst(judging, request);
      if (seen && seen.kind !== 'done')
        await noteAttempt(dataSource, request, seen.kind === 'refused' ? seen.code : 'INVALID_INPUT');
      return seen;
    },
    async keepRequest(request) {
      return keepRequest(dataSource, world, request);
    },
  };
}

/** The part of the gateway by which cases are told what is recorded; it signs nothing. */
export function tellingWorld(
  client: Client,
  dataSource: DataSource,
  taskQueue: string,
  patienceMs: number,
): GatewayWorld {
  return {
    client,
    taskQueue,
    patienceMs,
    findOutcome: (place, key) => findOutcome(dataSource, place, key),
    countStray: (place, reason) => countStray(dataSource, place, reason),
    judgeFirst: () => Promise.reject(new Refusal('REQUEST_UNSIGNED')),
    keepRequest: () => Promise.reject(new Refusal('REQUEST_UNSIGNED')),
  };
}
