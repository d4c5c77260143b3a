import { Parts } from './parts';

declare global {
  // One set of parts for all layers of a run: Jest asks each layer's setup in turn, in one process.
  var testParts: Promise<Parts> | undefined;
}

/** Starts PostgreSQL, the engine and the browser's files at the first layer that needs them. */
export default async function provisionParts(): Promise<void> {
  globalThis.testParts ??= startParts();
  await globalThis.testParts;
}

async function startParts(): Promise<Parts> {
  const parts = new Parts();
  // A run that is interrupted comes to no teardown.
  process.once('SIGTERM', () => process.exit(143));
  process.on('exit', () => parts.kill());
  try {
    await parts.start();
  } catch (error) {
    await parts.stop();
    throw error;
  }
  return parts;
}
