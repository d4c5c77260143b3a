/**
 * The text of a body. What the platform says of its encoding is tried first, then UTF-8, then GB 18030 (of which GBK and
 * GB 2312 are parts): platforms say one thing and send another.
 * @param contentType the header, if there is one
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): string {
  const named = /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType ?? '')?.[1];
  for (const encoding of [named ?? 'utf-8', 'utf-8', 'gb18030', 'utf-16le']) {
    const text = strictly(bytes, encoding);
    if (text !== undefined) return text;
  }
  return new TextDecoder('utf-8').decode(bytes);
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
