import { setImmediate as othersTurn } from 'node:timers/promises';
import { documents as forms, type DocumentInput, type DocumentKind } from '../../domain/documents/kinds';
import { DocumentError } from './document-error';
import { createDocumentFonts, withoutUnseen } from './document-fonts';
import { createDocumentTemplates } from './document-templates';
import { mergePdf } from './merge-pdf';
import { assetBase, PagePrinter } from './page-printer';

export interface PdfRendererOptions {
  browserPath: string;
  /** The project's templates directory, which holds documents/ and locales/. */
  templates: string;
  /** Whether papers are set in the fonts of the standard where this machine has them; else they are the same everywhere. */
  installedFonts?: boolean;
  sandbox?: boolean;
  limits: { printTimeoutMs: number; launchTimeoutMs: number };
}

export interface PdfRenderer {
  /** One paper as PDF. Throws DocumentError; see its codes. */
  render<K extends DocumentKind>(kind: K, data: DocumentInput<K>): Promise<Buffer>;
  /**
   * Many papers of one kind as one PDF in the order given. A paper that cannot be made is left out and named; the others come.
   * Throws DocumentError where none is asked for, or the browser fails.
   */
  renderBatch<K extends DocumentKind>(
    kind: K,
    data: readonly DocumentInput<K>[],
    onProgress: (done: number, total: number) => void,
  ): Promise<PrintedBatch>;
  close(): Promise<void>;
}

export interface PrintedBatch {
  /** Absent where no paper could be made. */
  pdf?: Buffer;
  /** Papers that could not be made, by their place among those given; each with why. */
  refused: RefusedPaper[];
}

export interface RefusedPaper {
  /** Place among the papers given, from 0. */
  index: number;
  error: DocumentError;
}

/** How many papers are made ready before the process does something else; some ten milliseconds of work. */
const preparedAtOnce = 4;

/** Words of the second level of a paper, which are set in 楷体. */
function secondLevel(content: string): string {
  return [...content.matchAll(/<[^>]+ class="second">([^<]*)</g)].map(([, words]) => words).join('');
}

function chunksOf<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

/** Makes official papers with one Chromium that reaches no network, in embedded fonts only. */
export function createPdfRenderer({
  browserPath,
  templates: directory,
  installedFonts = false,
  sandbox,
  limits,
}: PdfRendererOptions): PdfRenderer {
  const templates = createDocumentTemplates(directory);
  const fonts = createDocumentFonts({ installed: installedFonts });
  const printer = new PagePrinter({ browserPath, sandbox, ...limits });

  function bodyOf(kind: DocumentKind, data: object): string | DocumentError {
    const parsed = forms[kind].schema.safeParse({ ...data, kind });
    if (parsed.success) return withoutUnseen(templates.body(kind, parsed.data));
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return new DocumentError(
      'DOCUMENT_DATA_INVALID',
      `The data for a ${kind} is not complete or not valid (${fields.join('; ')}). Correct it and ask again.`,
      { kind, fields },
    );
  }

  function missingGlyph(kind: DocumentKind, characters: readonly string[]): DocumentError {
    return new DocumentError(
      'DOCUMENT_MISSING_GLYPH',
      `No embedded font has ${characters.join(' ')}, so the ${kind} would show empty boxes and was not issued. Correct the text, or configure a font that has them.`,
      { kind, characters },
    );
  }

  /**
   * Bodies of all papers, a few at a time: the same process records people's acts and beats for its work, and must come to
   * that between thousands of papers. What is wrong with one paper is said of that paper alone.
   */
  async function prepare(
    kind: DocumentKind,
    data: readonly object[],
  ): Promise<{ bodies: string[]; refused: RefusedPaper[] }> {
    const bodies: string[] = [];
    const refused: RefusedPaper[] = [];
    let index = 0;
    for (const slice of chunksOf(data, preparedAtOnce)) {
      for (const one of slice) {
        const body = bodyOf(kind, one);
        const characters = typeof body === 'string' ? fonts.missing(body) : [];
        if (typeof body !== 'string') refused.push({ index, error: body });
        else if (characters.length > 0) refused.push({ index, error: missingGlyph(kind, characters) });
        else bodies.push(body);
        index += 1;
      }
      await othersTurn();
    }
    return { bodies, refused };
  }

  function print(kind: DocumentKind, bodies: readonly string[]): Promise<Uint8Array> {
    const content = bodies.join('\n');
    return printer.print({
      title: kind,
      faces: fonts.css(content, assetBase, secondLevel(content)),
      styles: templates.styles(kind),
      content,
      placed: content.includes('class="place-mark"'),
      asset: fonts.file,
    });
  }

  async function renderBatch<K extends DocumentKind>(
    kind: K,
    data: readonly DocumentInput<K>[],
    onProgress: (done: number, total: number) => void,
  ): Promise<PrintedBatch> {
    if (data.length === 0)
      throw new DocumentError(
        'DOCUMENT_DATA_INVALID',
        `A batch of ${kind} needs at least one paper, and none was given.`,
        { kind },
      );
    const { bodies, refused } = await prepare(kind, data);
    if (bodies.length === 0) return { refused };
    let done = refused.length;
    const parts = await Promise.all(
      chunksOf(bodies, templates.setting(kind).perPrint).map(async (chunk) => {
        const pdf = await print(kind, chunk);
        done += chunk.length;
        onProgress(done, data.length);
        return pdf;
      }),
    );
    return { pdf: await mergePdf(parts), refused };
  }

  return {
    async render(kind, data) {
      const { pdf, refused } = await renderBatch(kind, [data], () => undefined);
      if (!pdf) throw refused[0]?.error;
      return pdf;
    },
    renderBatch,
    close: () => printer.close(),
  };
}
