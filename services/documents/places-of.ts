import type { PaperFailure } from './document-row';

const longest = 60;

/**
 * Where characters stand on a paper that lacks them: the last name on the way to each text that has one, and that text; and
 * the firm that the paper is about.
 */
export function placesOf(
  data: Record<string, unknown>,
  characters: readonly string[],
): Pick<PaperFailure, 'object' | 'places'> {
  const object = (data['object'] as { name?: string } | undefined)?.name;
  const places = [...textsOf(data, '')].filter(({ text }) => characters.some((character) => text.includes(character)));
  return {
    ...(object ? { object } : {}),
    ...(places.length > 0
      ? { places: places.map(({ field, text }) => ({ field, text: [...text].slice(0, longest).join('') })) }
      : {}),
  };
}

function* textsOf(value: unknown, field: string): Generator<{ field: string; text: string }> {
  if (typeof value === 'string') yield { field, text: value };
  else if (Array.isArray(value)) for (const one of value) yield* textsOf(one, field);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* textsOf(one, name === 'name' && field ? field : name);
}
