import { dirname, join } from 'node:path';
import { createFallbackFaces } from './fallback-faces';
import { readFontFile, type FontFile } from './font-file';

export interface DocumentFonts {
  /** Characters of the text that no embedded font has; empty when it may be issued. */
  missing(text: string): string[];
  /**
   * The font faces that papers need, as CSS whose addresses are under `base`.
   * @param text all words of the papers
   * @param inKai words among them that are set in 楷体
   */
  css(text: string, base: string, inKai?: string): string;
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
 * The fonts that GB/T 9704 asks for and nobody may hand on, by the names under which offices have them installed. They come
 * first where they are there; what one of them lacks, and everything where none is there, is set in the embedded ones.
 */
const installed: { family: string; weight: number; names: string[] }[] = [
  {
    family: 'Installed FangSong',
    weight: 400,
    names: ['FangSong', '仿宋', 'FangSong_GB2312', '仿宋_GB2312', 'STFangsong'],
  },
  { family: 'Installed Hei', weight: 400, names: ['SimHei', '黑体', 'STHeiti'] },
  { family: 'Installed Kai', weight: 400, names: ['KaiTi', '楷体', 'KaiTi_GB2312', '楷体_GB2312', 'STKaiti'] },
  {
    family: 'Installed Title',
    weight: 700,
    names: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'FZXBSJW--GB1-0', '方正小标宋_GBK'],
  },
];

const installedFaces = installed.map(
  ({ family, weight, names }) =>
    `@font-face{font-family:'${family}';font-weight:${weight};font-style:normal;font-display:block;src:${names.map((name) => `local('${name}')`).join(',')}}`,
);

/**
 * The fonts that papers are set in: those that the standard names where the machine has them, else embedded ones: Noto Serif SC
 * for the text, Noto Sans SC for 黑体, LXGW WenKai for 楷体 and rare characters. Throws when a font file cannot be read.
 * @param options.installed whether the machine's own fonts are used; without, papers are the same on every machine
 */
export function createDocumentFonts(options: { installed: boolean } = { installed: false }): DocumentFonts {
  const packaged = (family: string, weight: number) =>
    join(
      dirname(require.resolve(`@fontsource/${family}/package.json`)),
      'files',
      `${family}-chinese-simplified-${weight}-normal.woff2`,
    );
  const song = (weight: number) => readFontFile(packaged('noto-serif-sc', weight), `song-${weight}.woff2`);
  const regular = song(400);
  const bold = song(700);
  const hei = readFontFile(packaged('noto-sans-sc', 500), 'hei.woff2');
  const fallback = createFallbackFaces();
  const files = new Map([regular, bold, hei].map((font) => [font.name, font.body]));

  // A character of bold heads must be in both weights, since a head may hold any name.
  const inText = (character: number) => regular.characters.has(character) && bold.characters.has(character);

  return {
    missing(text) {
      return charactersOf(text)
        .filter((character) => !inText(character) && !fallback.faceOf(character))
        .map((character) => String.fromCodePoint(character));
    },
    css(text, base, inKai = '') {
      const faces = [
        ...(options.installed ? installedFaces : []),
        face('Document Song', 400, regular, base),
        face('Document Song', 700, bold, base),
        face('Document Hei', 400, hei, base),
      ];
      const parts = new Map(
        [...charactersOf(text).filter((character) => !inText(character)), ...charactersOf(inKai)]
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
