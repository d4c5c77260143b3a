/** Pictographs that the fonts of papers have; tests/documents/glyphs.test.ts compares. */
const printed =
  '©®‼⁉™\\u2194\\u2196-\\u2199Ⓜ\\u25AA\\u25AB\\u25B6\\u25C0\\u2600-\\u2603\\u260E\\u261D\\u2640\\u2642\\u2660\\u2663\\u2665\\u2666\\u2668\\u26A0\\u26AA\\u26AB\\u26BE\\u2702\\u27A1\\u2B05-\\u2B07\\u3030\\u3297\\u3299\\u{1F170}\\u{1F171}\\u{1F237}';
const picture = new RegExp(
  `(?![${printed}])[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u20E3]`,
  'u',
);

/** Whether a text has an emoji or the like, which phones offer and no paper can show; ①, ℃, ㎡ and № are none. */
export function hasPictures(text: string): boolean {
  return picture.test(text);
}

/** A text as papers can show it, such as the name of a file that a phone gave it. */
export function withoutPictures(text: string): string {
  return text.replace(new RegExp(picture.source, 'gu'), '');
}
