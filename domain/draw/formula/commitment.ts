import { lengthPrefixed, sha256Of, textBytes, toHex } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';

const DOMAIN = textBytes('commit/v1');

/**
 * What a party publishes before the freeze: SHA-256("commit/v1" ‖ lp(batch) ‖ lp(party) ‖ r), lower-case hex.
 * @param secret r, 32 random bytes
 * @throws RangeError if the secret is not 32 bytes
 */
export function commitmentOf(sha: Sha256, batch: string, party: string, secret: Uint8Array): string {
  if (secret.length !== 32) throw new RangeError('The secret of a party is not 32 bytes. Make 32 random bytes.');
  return toHex(sha256Of(sha, DOMAIN, lengthPrefixed(textBytes(batch)), lengthPrefixed(textBytes(party)), secret));
}
