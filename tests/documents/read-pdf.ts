import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Piece {
  text: string;
  /** Name of the font that it is set in. */
  font: string;
  /** Points from the lower left corner. */
  x: number;
  y: number;
  size: number;
  advance: number;
}

interface PdfReading {
  pages: { width: number; height: number; pieces: Piece[] }[];
  /** Font name → whether its file is inside the PDF. */
  fonts: Record<string, boolean>;
}

/** Reads a PDF in a process of its own, since the reader is an ES module with workers. */
export async function readPdf(pdf: Buffer): Promise<PdfReading> {
  const directory = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const file = join(directory, 'paper.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run(process.execPath, [join(__dirname, 'pdf-lines.mjs'), file], { maxBuffer: 1 << 28 });
    return JSON.parse(stdout) as PdfReading;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** All words of a PDF or page without white space, so that line breaks do not matter. */
export function wordsOf(pages: PdfReading['pages']): string {
  return pages
    .flatMap((page) => page.pieces.map((piece) => piece.text))
    .join('')
    .replace(/\s/gu, '');
}
