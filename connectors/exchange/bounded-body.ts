import { RetryableExchangeError, retryableCodes } from './errors';

/**
 * Reads the bytes of a response, at most `most`, so that a broken platform cannot fill our memory.
 * @throws RetryableExchangeError when the body is longer
 */
export async function readBoundedBody(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body === null) return new Uint8Array();
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) {
      throw new RetryableExchangeError(retryableCodes.lostReply, `the reply is longer than ${most} bytes`, {
        perhapsTaken: true,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
