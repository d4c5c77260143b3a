import { codePointOf } from './invisible-marks';

/**
 * What older encodings (GBK, GB 18030-2000 and -2005) put into Unicode's private area, beside the character that has had a
 * place of its own since. Rows: first private code point, then the characters that follow one another from there.
 */
const rows: readonly (readonly [number, string])[] = [
  [0xe78d, '︐︒︑︓︔︕︖︗︘︙'],
  [0xe7c7, 'ḿǹ'],
  [0xe7e7, '〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻'],
  [
    0xe815,
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ],
];
const twins = new Map(
  rows.flatMap(([first, characters]) =>
    [...characters].map((character, index): [string, string] => [String.fromCodePoint(first + index), character]),
  ),
);
const privateUse = /\p{Co}/gu;

export interface PrivateCharacter {
  /** From 1, counted as people count characters. */
  place: number;
  /** `U+E863`. */
  codePoint: string;
  /** The character that is meant, where it is known. */
  proposed?: string;
}

/** Characters of private use: each computer shows them differently, or as a blank box. */
export const privateCharacters = (text: string): PrivateCharacter[] =>
  [...text].flatMap((character, index) =>
    /\p{Co}/u.test(character)
      ? [{ place: index + 1, codePoint: codePointOf(character), proposed: twins.get(character) }]
      : [],
  );

/** The text with the known characters of private use as what they stand for. */
export const withTwins = (text: string): string =>
  text.replace(privateUse, (character) => twins.get(character) ?? character);
