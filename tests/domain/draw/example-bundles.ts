import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const BUNDLE_FILES = [
  'params.json',
  'objects.jsonl',
  'inspectors.jsonl',
  'recusals.jsonl',
  'commitments.json',
  'reveals.json',
  'event.txt',
  'result.json',
] as const;

export type BundleFile = (typeof BUNDLE_FILES)[number] | 'replacements.jsonl';
export type Bundle = Map<string, Uint8Array>;

const ROOT = join(__dirname, '../../fixtures/draw-example');

/** The example bundle with this number, as a map from name to bytes. */
export function exampleBundle(number: string): Bundle {
  return new Map(BUNDLE_FILES.map((name) => [name, new Uint8Array(readFileSync(join(ROOT, number, name)))]));
}

export function textOf(bundle: Bundle, name: BundleFile): string {
  return Buffer.from(bundle.get(name) ?? new Uint8Array()).toString('utf8');
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
