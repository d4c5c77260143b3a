import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { awaitEngine } from './await-engine';

/**
 * Makes a namespace with everything cases need in it; one that exists is left as it is.
 * @param limitMs milliseconds until it must be usable
 * @throws EngineNotReadyError
 */
export async function createNamespace(address: string, namespace: string, limitMs: number): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const retention = msToTs('3 days');
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch((error: { code?: number }) => {
        const alreadyExists = 6;
        if (error.code !== alreadyExists) throw error;
      });
  } finally {
    await connection.close();
  }
  await awaitEngine(address, namespace, limitMs);
}
