import { createCipheriv, createHash } from 'node:crypto';
import { pdfEntries, type PdfEntries } from './pdf-entries';

/** 7.6.4.3.2: what stands in the place of a password that is shorter. */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * Whether a PDF shows nothing without a password (ISO 32000-2, 7.6.4: the standard handler). One that is only closed to
 * changes opens for everybody, and what is locked in another way is not known to have a password.
 */
export function pdfLocks(content: Buffer): boolean {
  const { encrypt, id } = pdfEntries(content);
  if (encrypt?.['Filter'] !== 'Standard') return false;
  const { U: user, O: owner } = encrypt;
  const revision = Number(encrypt['R']);
  if (!Buffer.isBuffer(user) || !Buffer.isBuffer(owner)) return false;
  if (revision >= 5) return !opensNewer(user, revision);
  if (revision >= 2 && revision <= 4 && id) return !opensOlder(encrypt, { user, owner, revision, id });
  return false;
}

/** Whether nothing is the password: algorithms 2, 4 and 5. */
function opensOlder(
  encrypt: PdfEntries,
  { user, owner, revision, id }: { user: Buffer; owner: Buffer; revision: number; id: Buffer },
): boolean {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(encrypt['P']) | 0);
  const bare = revision >= 4 && encrypt['EncryptMetadata'] === 'false' ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  const length = revision === 2 ? 5 : Number(encrypt['Length'] ?? 40) / 8;
  let key: Buffer = md5(padding, owner.subarray(0, 32), permissions, id, bare);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let proof: Buffer = md5(padding, id);
  for (let round = 0; round < 20; round += 1) proof = rc4(Buffer.from(key.map((byte) => byte ^ round)), proof);
  return proof.equals(user.subarray(0, 16));
}

/** The same of algorithms 2.A and 11: the proof, its salt, and that of the key. */
function opensNewer(user: Buffer, revision: number): boolean {
  const [proof, salt] = [user.subarray(0, 32), user.subarray(32, 40)];
  return proof.equals(revision === 5 ? sha(256, salt) : hardened(salt));
}

/** Algorithm 2.B for no password. */
function hardened(salt: Buffer): Buffer {
  let key = sha(256, salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array<Buffer>(64).fill(key)));
    const sum = mixed.subarray(0, 16).reduce((all, byte) => all + byte, 0);
    key = sha(([256, 384, 512] as const)[sum % 3] ?? 256, mixed);
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const sha = (bits: 256 | 384 | 512, part: Buffer) => createHash(`sha${bits}`).update(part).digest();

function rc4(key: Buffer, text: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) =>
    ([state[one], state[other]] = [state[other] as number, state[one] as number]);
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + (state[at] as number) + (key[at % key.length] as number)) & 255;
    swap(at, other);
  }
  let [at, other] = [0, 0];
  return Buffer.from(
    text.map((byte) => {
      at = (at + 1) & 255;
      other = (other + (state[at] as number)) & 255;
      swap(at, other);
      return byte ^ (state[((state[at] as number) + (state[other] as number)) & 255] as number);
    }),
  );
}
