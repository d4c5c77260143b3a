/** Working days from completion within which a result is disclosed (三（四）, 02-dictionary.md). */
export const publicationTerm = 20;
