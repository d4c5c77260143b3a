import { randomBytes } from 'node:crypto';
import { createNamespace } from '../../engine/provision/create-namespace';

/** Where one test file finds the engine, with names that no other file uses. */
export interface TestEngine {
  address: string;
  namespace: string;
  /** Beginning of the names of its task queues. */
  taskQueue: string;
}

/** The run's engine; `ownNamespace` keeps this file's workflows out of other files' lists, too. */
export async function testEngine({ ownNamespace = false } = {}): Promise<TestEngine> {
  const address = process.env.TEST_TEMPORAL_ADDRESS;
  const shared = process.env.TEST_TEMPORAL_NAMESPACE;
  if (!address || !shared)
    throw new Error('TEST_TEMPORAL_ADDRESS is not set: run these tests with Jest, whose setup starts the parts.');
  const taskQueue = `test-${randomBytes(6).toString('hex')}`;
  if (!ownNamespace) return { address, namespace: shared, taskQueue };
  await createNamespace(address, taskQueue, 20_000);
  return { address, namespace: taskQueue, taskQueue };
}
