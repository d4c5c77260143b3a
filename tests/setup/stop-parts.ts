/** Stops the parts once, after the last layer. */
export default async function stopParts(): Promise<void> {
  const parts = await globalThis.testParts;
  globalThis.testParts = undefined;
  await parts?.stop();
}
