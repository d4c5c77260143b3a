import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** One font file held in memory: its bytes for the browser, its characters for the check before issue. */
export interface FontFile {
  /** Name under which the page asks for it. */
  name: string;
  body: Buffer;
  characters: ReadonlySet<number>;
}

/** Reads a font (TTF, OTF, WOFF, WOFF2). Throws when the file is missing, is no font, or is a collection. */
export function readFontFile(path: string, name: string): FontFile {
  const body = readFileSync(path);
  const font = create(body);
  if ('fonts' in font)
    throw new Error(`${path} is a font collection, which a page cannot embed. Give a single font file instead.`);
  return { name, body, characters: new Set((font as Font).characterSet) };
}
