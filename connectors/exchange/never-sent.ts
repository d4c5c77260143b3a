/** Ways in which a call ends before its first byte has left: no address, nobody there, no trust. */
const before = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Whether it is certain that nothing was handed over; a connection that broke later may have carried the record. */
export function neverSent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  // By what it says: an error of the platform's own library need not be one of our realm's class.
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverSent);
  return typeof code === 'string' && before.has(code);
}
