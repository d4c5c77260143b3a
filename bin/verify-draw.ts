import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeSha256 } from '../connectors/node-sha256';
import type { DrawProgress } from '../domain/draw/formula/progress';
import { DrawRefusal } from '../domain/draw/formula/refusals';
import { verifyBundle, type BundleSource, type Verification } from '../domain/draw/formula/verify-bundle';
import texts from '../templates/locales/zh-CN/drawVerification.json';

const PIECE_BYTES = 1 << 20;
const PROGRESS_AFTER_MS = 1000;

type Words = Readonly<Record<string, string | number | undefined>>;

/** Control characters of a hostile file must not reach the terminal. */
function printable(word: string | number | undefined): string {
  return String(word ?? '').replace(/\p{C}/gu, '\ufffd');
}

function filled(text: string, words: Words): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => printable(words[name]));
}

function* piecesOfFile(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE_BYTES);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function directorySource(directory: string): BundleSource {
  return (name) => {
    const path = join(directory, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? piecesOfFile(path) : undefined;
  };
}

function refusalText({ code, params }: DrawRefusal): string {
  const places = (['file', 'line', 'key'] as const).filter((place) => params[place] !== undefined);
  const place = places.map((name) => filled(texts.place[name], params)).join('，');
  return filled(texts.refused, { code, place: place && `${place}：`, reason: filled(texts.reason[code], params) });
}

function verdictLines({ verdict, limits, batch, prkHash, resultHash, counts }: Verification): string[] {
  const { replacements, ...others } = counts;
  return [
    texts.verdict[verdict],
    ...limits.map((limit) => texts.limit[limit]),
    filled(texts.counts, { batch, ...others, ...replacements }),
    filled(texts.hashes, { prkHash, resultHash }),
    ...(replacements.officers > 0 ? [texts.availability] : []),
  ];
}

function progressPrinter(print: (line: string) => void): (progress: DrawProgress) => void {
  let last = Date.now();
  return ({ step, done, total }) => {
    if (Date.now() - last < PROGRESS_AFTER_MS) return;
    last = Date.now();
    print(filled(texts.progress[step], { done, total }));
  };
}

/**
 * The command `npm run verify-draw -- DIR`: prints the verdict or the first difference.
 * @returns the exit status, 0 only if the bundle is at least consistent
 */
export function verifyDraw(
  args: readonly string[],
  out: { print: (line: string) => void; progress: (line: string) => void },
): 0 | 1 {
  const [directory, ...rest] = args;
  if (directory === undefined || rest.length > 0) {
    out.print(texts.usage);
    return 1;
  }
  try {
    if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
      out.print(filled(texts.notADirectory, { directory }));
      return 1;
    }
    const verification = verifyBundle(nodeSha256, directorySource(directory), progressPrinter(out.progress));
    verdictLines(verification).forEach(out.print);
    return 0;
  } catch (error) {
    if (error instanceof DrawRefusal) {
      out.print(refusalText(error));
      return 1;
    }
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    out.print(filled(texts.unreadable, { directory, code }));
    return 1;
  }
}
