import { joinBytes, lengthPrefixed, sha256Of, textBytes } from '../../proof/bytes';
import type { Sha256 } from '../../proof/sha256';
import { hkdfExtract } from './hkdf';

/** What the pseudorandom key binds: every published input of the draw. Hashes are 32 raw bytes. */
export interface PrkInputs {
  batch: string;
  /** The bytes of event.txt. */
  event: Uint8Array;
  objectsRoot: Uint8Array;
  inspectorsRoot: Uint8Array;
  recusalsRoot: Uint8Array;
  /** SHA-256 of the canonical params. */
  paramsHash: Uint8Array;
}

/** salt = SHA-256(r₁ ‖ … ‖ rₙ), secrets in the order of `params.parties`. */
export function saltOf(sha: Sha256, secrets: readonly Uint8Array[]): Uint8Array {
  return sha256Of(sha, ...secrets);
}

/** IKM = lp("draw/v1") ‖ lp(batch) ‖ lp(event) ‖ lp(roots …) ‖ lp(hash of params). */
export function ikmOf(inputs: PrkInputs): Uint8Array {
  const { batch, event, objectsRoot, inspectorsRoot, recusalsRoot, paramsHash } = inputs;
  const parts = [textBytes('draw/v1'), textBytes(batch), event, objectsRoot, inspectorsRoot, recusalsRoot, paramsHash];
  return joinBytes(...parts.map(lengthPrefixed));
}

/** PRK = HKDF-Extract(salt, IKM): the one key from which all tickets and keys of a batch follow. */
export function prkOf(sha: Sha256, secrets: readonly Uint8Array[], inputs: PrkInputs): Uint8Array {
  return hkdfExtract(sha, saltOf(sha, secrets), ikmOf(inputs));
}
