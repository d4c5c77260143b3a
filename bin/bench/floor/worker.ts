import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { noActivities } from './no-activities';

/** What the measuring process tells this one by its arguments. */
export interface FloorWorkerPlace {
  address: string;
  namespace: string;
  taskQueue: string;
  maxCachedWorkflows: number;
}

/** Runs no-op cases in a process of its own, as the real worker does, until it is asked to stop. */
async function work({ address, namespace, taskQueue, maxCachedWorkflows }: FloorWorkerPlace): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: require.resolve('./no-op-workflow'),
    activities: noActivities,
    maxCachedWorkflows,
  });
  process.once('disconnect', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await connection.close();
}

work(JSON.parse(process.argv[2] ?? '{}') as FloorWorkerPlace).catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
  process.disconnect?.();
});
