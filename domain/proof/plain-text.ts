import { canonicalJson, type CanonicalValue } from './canonical-json';

/** The canonical text of what would be stored of a value: two values that are stored alike have one text. */
export function plainText(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as CanonicalValue);
}
