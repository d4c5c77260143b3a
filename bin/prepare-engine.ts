import { loadConfig } from '../config';
import { createNamespace } from '../engine/provision/create-namespace';

/** Makes the namespace and search attributes of a cluster ready for cases; run again, it changes nothing. */
async function prepareEngine(): Promise<void> {
  const { temporalAddress, temporalNamespace, startSeconds } = loadConfig();
  if (!temporalAddress) throw new Error('TEMPORAL_ADDRESS is not given: say which engine to prepare');
  await createNamespace(temporalAddress, temporalNamespace, startSeconds * 1000);
  console.log(`namespace ${temporalNamespace} is ready`);
}

prepareEngine().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
