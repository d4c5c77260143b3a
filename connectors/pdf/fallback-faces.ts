import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFontFile, type FontFile } from './font-file';

interface Face {
  file: string;
  range: string;
  covers(character: number): boolean;
}

export interface FallbackFaces {
  /** The part of the fallback font that really has this character, or nothing. */
  faceOf(character: number): { font: FontFile; range: string } | undefined;
}

const facePattern = /@font-face\s*\{[^}]*url\('\.\/files\/([^']+)'\)[^}]*unicode-range:\s*([^;}]+)[;}\s]/g;

function parseRange(range: string): (character: number) => boolean {
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (character) => spans.some(([from, to]) => from <= character && character <= to);
}

/** LXGW WenKai in its hundred parts: five thousand characters more than the text font; a part is read when it is needed. */
export function createFallbackFaces(): FallbackFaces {
  const root = dirname(require.resolve('lxgw-wenkai-webfont/package.json'));
  const css = readFileSync(join(root, 'lxgwwenkai-regular.css'), 'utf8');
  const faces = [...css.matchAll(facePattern)].map(([, file = '', range = '']): Face => ({
    file,
    range: range.trim(),
    covers: parseRange(range),
  }));
  const fonts = new Map<string, FontFile>();

  function fontOf(file: string): FontFile {
    const known = fonts.get(file);
    if (known) return known;
    const font = readFontFile(join(root, 'files', file), file);
    fonts.set(file, font);
    return font;
  }

  return {
    faceOf(character) {
      for (const face of faces.filter((candidate) => candidate.covers(character))) {
        const font = fontOf(face.file);
        // The declared ranges promise characters that the files lack, so only the file itself is believed.
        if (font.characters.has(character)) return { font, range: face.range };
      }
      return undefined;
    },
  };
}
