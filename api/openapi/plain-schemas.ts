/** What schemas say to our own forms and to nobody else. */
const forForms = new Set(['widget', 'options']);
/** Flags that are left behind a pattern; a slash of the pattern's own is written with a backslash. */
const flags = /(?<!\\)\/[dgimsuvy]+$/;

/**
 * What not every language reads alike: classes by name, digits that are those of any script to some, and a hyphen at the end of a
 * class, which the fields of a page must have escaped. A lone surrogate cannot stand in a body that is read as UTF-8.
 */
const classes: [RegExp, string][] = [
  [/\\p\{Cc\}/g, '\\x00-\\x1f\\x7f-\\x9f'],
  [/\\p\{Cs\}/g, ''],
  [/\\d/g, '[0-9]'],
  [/(?<![\\[])-\]/g, '\\-]'],
];

/**
 * Schemas as JSON Schema has them: without what is meant for forms, and with patterns that bear no flags, because they are
 * read as Unicode by themselves (JSON Schema 2020-12, 6.3.3).
 */
export function plainSchemas<T>(part: T): T {
  if (Array.isArray(part)) return part.map(plainSchemas) as T;
  if (typeof part !== 'object' || part === null) return part;
  const isField = 'type' in part || '$ref' in part || 'anyOf' in part || 'allOf' in part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => {
      if (key === '$schema') return [];
      if (isField && forForms.has(key) && typeof value === 'string') return [];
      // The format says it already, and shorter.
      if (key === 'pattern' && 'format' in part) return [];
      if (key === 'pattern' && typeof value === 'string') return [[key, plainPattern(value)]];
      return [[key, plainSchemas(value)]];
    }),
  ) as T;
}

function plainPattern(pattern: string): string {
  return classes.reduce((plain, [named, written]) => plain.replace(named, written), pattern.replace(flags, ''));
}
