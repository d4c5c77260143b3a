import { dirname, join } from 'node:path';
import { createFallbackFaces } from './fallback-faces';
import { readFontFile, type FontFile } from './font-file';

export interface DocumentFonts {
  /** Characters of the text that no embedded font has; empty when it may be issued. */
  missing(text: string): string[];
  /** The font faces that this text needs, as CSS whose addresses are under `base`. */
  css(text: string, base: string): string;
  /** A font by the name the page asked for. */
  file(name: string): Buffer | undefined;
}

const layoutOnly = /[\p{Cc}\u00a0\u2028\u2029]/u;
const neverSeen = /\p{Default_Ignorable_Code_Point}/gu;

/** A text without the marks that Unicode has readers leave out: joiners, soft hyphens, variation selectors, fillers. */
export function withoutUnseen(text: string): string {
  return text.replace(neverSeen, '');
}

function charactersOf(text: string): number[] {
  // Once a character, however often it stands in a batch of papers.
  return [...new Set(text)].flatMap((character) =>
    layoutOnly.test(character) ? [] : (character.codePointAt(0) ?? []),
  );
}

function face(family: string, weight: number, file: FontFile, base: string, range = ''): string {
  const part = range ? `unicode-range:${range};` : '';
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:normal;font-display:block;${part}src:url('${base}${file.name}')}`;
}

/**
 * The fonts that papers are set in, all embedded: FangSong where its file is given, Noto Serif SC, and LXGW WenKai for rare
 * characters. Throws when a font file cannot be read.
 */
export function createDocumentFonts(fangSongPath?: string): DocumentFonts {
  const noto = join(dirname(require.resolve('@fontsource/noto-serif-sc/package.json')), 'files');
  const song = (weight: number) =>
    readFontFile(join(noto, `noto-serif-sc-chinese-simplified-${weight}-normal.woff2`), `song-${weight}.woff2`);
  const regular = song(400);
  const bold = song(700);
  const fangSong = fangSongPath ? readFontFile(fangSongPath, 'fangsong') : undefined;
  const fallback = createFallbackFaces();
  const files = new Map([regular, bold, ...(fangSong ? [fangSong] : [])].map((font) => [font.name, font.body]));

  // A character of bold heads must be in both weights, since a head may hold any name.
  const inText = (character: number) => regular.characters.has(character) && bold.characters.has(character);

  return {
    missing(text) {
      return charactersOf(text)
        .filter((character) => !inText(character) && !fallback.faceOf(character))
        .map((character) => String.fromCodePoint(character));
    },
    css(text, base) {
      const faces = [face('Document Song', 400, regular, base), face('Document Song', 700, bold, base)];
      if (fangSong) faces.push(face('Document FangSong', 400, fangSong, base));
      const parts = new Map(
        charactersOf(text)
          .filter((character) => !inText(character))
          .flatMap((character) => fallback.faceOf(character) ?? [])
          .map((part) => [part.font.name, part]),
      );
      for (const { font, range } of parts.values()) {
        files.set(font.name, font.body);
        faces.push(face('Document Kai', 400, font, base, range));
      }
      return faces.join('\n');
    },
    file: (name) => files.get(name),
  };
}
