import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeActKeys, publicKeyOf } from '../../connectors/act-keys';

/** Where the keys of acts are: the private one for the web alone, the public ones for the worker. */
export interface ActKeyFiles {
  privateKey: string;
  publicKeys: string;
}

/**
 * The keys of a DATA_DIR, made at the first start and readable by the owner alone. Public keys are only added: what an
 * earlier key signed stays signed.
 * @param given a private key from the settings, which then stands in the place of the kept one
 */
export function actKeyFiles(dataDir: string, given?: string): ActKeyFiles {
  const directory = join(dataDir, 'keys');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = { privateKey: join(directory, 'act-key.pem'), publicKeys: join(directory, 'act-public-keys.pem') };
  if (given) keep(files.privateKey, given);
  else if (!existsSync(files.privateKey)) keep(files.privateKey, makeActKeys().privateKey);
  const publicKey = publicKeyOf(readFileSync(files.privateKey, 'utf8'));
  const known = existsSync(files.publicKeys) ? readFileSync(files.publicKeys, 'utf8') : '';
  if (!known.includes(publicKey.trim())) keep(files.publicKeys, known + publicKey);
  return files;
}

function keep(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
