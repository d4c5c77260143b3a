import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { requestText, type ActRequest, type SignedRequest } from '../domain/request';

/** Signs requests as this county's web; the private key is in no database and in no engine. */
export interface ActSigner {
  sign(request: ActRequest): SignedRequest;
}

/** Whether a request bears the signature of one of the county's keys. */
export type ActVerifier = (signed: SignedRequest) => boolean;

/**
 * The signer of a private key.
 * @param pem Ed25519 private key, PKCS#8
 * @throws Error for a text that is no such key
 */
export function createActSigner(pem: string): ActSigner {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('ACT_KEY is no Ed25519 key');
  const keyId = keyIdOf(createPublicKey(key));
  return {
    sign: (request) => ({
      request,
      keyId,
      signature: sign(null, Buffer.from(requestText(request)), key).toString('base64url'),
    }),
  };
}

/**
 * Verifies by any of the public keys, so that old signatures hold after a change of key.
 * @param pems public keys, SPKI, one after another
 * @throws Error where there is none
 */
export function createActVerifier(pems: string): ActVerifier {
  const blocks = pems.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0) throw new Error('ACT_PUBLIC_KEYS holds no public key');
  const keys = new Map(blocks.map((pem) => createPublicKey(pem)).map((key) => [keyIdOf(key), key]));
  return ({ request, keyId, signature }) => {
    const key = keys.get(keyId);
    return (
      key !== undefined && verify(null, Buffer.from(requestText(request)), key, Buffer.from(signature, 'base64url'))
    );
  };
}

/** A new pair: the private key for the web alone, the public one for the worker. */
export function makeActKeys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** The public key of a private one, SPKI. */
export function publicKeyOf(pem: string): string {
  return createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' }).toString();
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}
