type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** `array` if it holds `needed` elements, else a copy at least twice as long. */
export function grown<T extends NumberArray>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(needed, 2 * array.length));
  longer.set(array);
  return longer;
}
