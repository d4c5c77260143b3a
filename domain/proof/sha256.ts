/**
 * SHA-256 as the rooms of pure rules see it: the caller passes one in, so that the same rules run on the server, in a
 * command and in a browser. One method, because one-shot hashing into memory the caller owns is the fastest form.
 */
export interface Sha256 {
  /** Writes the 32 bytes of SHA-256(`data`) to `out` from `offset` on; `data` and `out` may share memory. */
  digestInto(data: Uint8Array, out: Uint8Array, offset: number): void;
}
