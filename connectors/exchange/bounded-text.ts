import { RetryableExchangeError, retryableCodes } from './errors';

/**
 * Reads a response as text of at most `most` bytes, so that a broken platform cannot fill our memory.
 * @throws RetryableExchangeError when the body is longer
 */
export async function readBoundedText(response: Response, most: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) {
      throw new RetryableExchangeError(retryableCodes.lostReply, `the reply is longer than ${most} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
