import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import { DrawRefusal } from '../../../domain/draw/formula/refusals';
import { verifyBundle } from '../../../domain/draw/formula/verify-bundle';
import { canonicalJson, type CanonicalValue } from '../../../domain/proof/canonical-json';
import { bytesOf, textOf, type Bundle, type BundleFile } from './example-bundles';

export type Json = Record<string, unknown>;
/** A change that spoils a bundle. */
export type Mutation = (bundle: Bundle) => void;

/** The refusal of a bundle that must be refused. */
export function refusalOf(bundle: Bundle): DrawRefusal {
  try {
    verifyBundle(sha, (name) => bundle.get(name));
  } catch (error) {
    if (error instanceof DrawRefusal) return error;
    throw error;
  }
  throw new Error('the bundle was accepted');
}

export const text =
  (name: BundleFile, change: (text: string) => string): Mutation =>
  (bundle) => {
    const changed = change(textOf(bundle, name));
    if (changed === textOf(bundle, name)) throw new Error('the mutation changes nothing');
    bundle.set(name, bytesOf(changed));
  };

export const replace = (name: BundleFile, from: string | RegExp, to: string): Mutation =>
  text(name, (old) => old.replace(from, to));

export const bytes =
  (name: BundleFile, change: (old: Buffer) => Uint8Array): Mutation =>
  (bundle) => {
    bundle.set(name, new Uint8Array(change(Buffer.from(bundle.get(name) as Uint8Array))));
  };

export const json = (name: BundleFile, change: (value: Json) => void): Mutation =>
  text(name, (old) => {
    const value = JSON.parse(old) as Json;
    change(value);
    return canonicalJson(value as CanonicalValue);
  });

export const params = (change: (value: Json) => void): Mutation => json('params.json', change);

export const list = (value: Json, key: string): Json[] => value[key] as Json[];

export const first = (value: Json, key: string): Json => list(value, key)[0] as Json;

export const lines = (name: BundleFile, change: (rows: string[]) => string[]): Mutation =>
  text(name, (old) =>
    change(old.split('\n').slice(0, -1))
      .map((row) => `${row}\n`)
      .join(''),
  );

export const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

export const LATIN = Buffer.from([0x22, 0xff, 0x22]);
