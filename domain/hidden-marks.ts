/**
 * For a character class: line and paragraph separators, and the marks that turn the reading direction, which can make a
 * name or a file read as another. Nobody types them.
 */
export const hiddenMarks = '\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF';
