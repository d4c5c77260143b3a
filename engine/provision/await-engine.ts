import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import { searchAttributes } from '../../workflows/contracts';

/** The engine does not answer, or has not the namespace or search attributes that cases need. */
export class EngineNotReadyError extends Error {
  readonly code = 'engine_not_ready';
}

const wireTypes: Record<SearchAttributeType, number> = {
  [SearchAttributeType.TEXT]: 1,
  [SearchAttributeType.KEYWORD]: 2,
  [SearchAttributeType.INT]: 3,
  [SearchAttributeType.DOUBLE]: 4,
  [SearchAttributeType.BOOL]: 5,
  [SearchAttributeType.DATETIME]: 6,
  [SearchAttributeType.KEYWORD_LIST]: 7,
};

/**
 * Waits until the engine answers and knows the namespace and every search attribute, registering those that are
 * missing: a workflow that sets an unknown one would hang with failing tasks.
 * @param limitMs milliseconds after which it gives up
 * @throws EngineNotReadyError
 */
export async function awaitEngine(address: string, namespace: string, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  let problem: unknown;
  while (Date.now() < until) {
    try {
      return await prepare(address, namespace, until);
    } catch (error) {
      problem = error;
      await pause(100);
    }
  }
  const reason = problem instanceof Error ? problem.message : String(problem);
  throw new EngineNotReadyError(
    `The engine at ${address} (namespace ${namespace}) was not ready in ${Math.round(limitMs / 1000)} s: ${reason}. See its log, or TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.`,
  );
}

async function prepare(address: string, namespace: string, until: number): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    await connection.withDeadline(Date.now() + 5000, () => connection.workflowService.describeNamespace({ namespace }));
    const wanted = Object.values(searchAttributes);
    const missing = async () => {
      const known = await connection.withDeadline(Date.now() + 5000, () =>
        connection.operatorService.listSearchAttributes({ namespace }),
      );
      return wanted.filter((key) => !(key.name in (known.customAttributes ?? {})));
    };
    const toAdd = await missing();
    if (toAdd.length === 0) return;
    const entries = toAdd.map((key) => [key.name, wireTypes[key.type]] as const);
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(entries) });
    while ((await missing()).length > 0 && Date.now() < until) await pause(100);
  } finally {
    await connection.close();
  }
}
