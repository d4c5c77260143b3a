const of = (length: number, from = '长') => from.padEnd(length, '长');

/** What the registers and forms take at most, by the names that papers have for it. */
export const longest: Record<string, string> = {
  ...Object.fromEntries(
    ['issuer', 'department', 'addressee', 'addressees', 'copies', 'lead'].map((field) => [field, of(100)]),
  ),
  'object.name': of(200),
  address: of(300),
  legalRepresentative: of(60),
  'officers.name': of(60),
  'officers.certificate': of(60),
  person: of(60),
  'items.name': of(200),
  'items.content': `${of(1999)}\n${of(2000)}`,
  'items.basis': `${of(1999)}\n${of(2000)}`,
  'items.method': of(200),
  materials: of(1000),
};

/** The data with every text that a register or form bounds as long as it takes one. */
export function atTheirLongest(value: unknown, path: string[] = []): unknown {
  const named = path.slice(-2).join('.');
  if (typeof value === 'string') return longest[named] ?? longest[path.at(-1) ?? ''] ?? value;
  if (Array.isArray(value)) return value.map((one) => atTheirLongest(one, path));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, atTheirLongest(one, [...path, key])]));
}
