interface Payload {
  metadata: Record<string, string>;
  data?: string;
}

/**
 * A history as people read it: payloads that are JSON stand as what they say instead of as base64. One in another encoding
 * (encrypted, of another program) stays as it is, because nothing is known of it.
 * @param json a run's history as `historyToJSON` writes it
 * @returns the same history; it can no longer be replayed
 */
export function readableHistory(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (_key, value: unknown) => (isPayload(value) ? said(value) : value)),
    null,
    1,
  );
}

function isPayload(value: unknown): value is Payload {
  const { metadata } = (value ?? {}) as Partial<Payload>;
  return typeof metadata === 'object' && metadata !== null && typeof metadata['encoding'] === 'string';
}

function said(payload: Payload): unknown {
  const encoding = plain(payload.metadata['encoding'] ?? '');
  if (encoding === 'binary/null') return null;
  if (encoding !== 'json/plain') return payload;
  try {
    return JSON.parse(plain(payload.data ?? '')) as unknown;
  } catch {
    return payload;
  }
}

function plain(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
