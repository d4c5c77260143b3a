import { setImmediate as othersTurn } from 'node:timers/promises';
import { documents as forms, type DocumentInput, type DocumentKind } from '../../domain/documents/kinds';
import { DocumentError } from './document-error';
import { createDocumentFonts } from './document-fonts';
import { createDocumentTemplates } from './document-templates';
import { mergePdf } from './merge-pdf';
import { assetBase, PagePrinter } from './page-printer';

export interface PdfRendererOptions {
  browserPath: string;
  /** The project's templates directory, which holds documents/ and locales/. */
  templates: string;
  /** A FangSong font file of this machine; without it official text is set in Noto Serif SC. */
  fangSongPath?: string;
  sandbox?: boolean;
  limits: { printTimeoutMs: number; launchTimeoutMs: number };
}

export interface PdfRenderer {
  /** One paper as PDF. Throws DocumentError; see its codes. */
  render<K extends DocumentKind>(kind: K, data: DocumentInput<K>): Promise<Buffer>;
  /** Many papers of one kind as one PDF in the order given; nothing is printed unless all of them can be. */
  renderBatch<K extends DocumentKind>(
    kind: K,
    data: readonly DocumentInput<K>[],
    onProgress: (done: number, total: number) => void,
  ): Promise<Buffer>;
  close(): Promise<void>;
}

/** How many papers are made ready before the process does something else; some ten milliseconds of work. */
const preparedAtOnce = 4;

function chunksOf<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

/** Makes official papers with one Chromium that reaches no network, in embedded fonts only. */
export function createPdfRenderer({
  browserPath,
  templates: directory,
  fangSongPath,
  sandbox,
  limits,
}: PdfRendererOptions): PdfRenderer {
  const templates = createDocumentTemplates(directory);
  const fonts = createDocumentFonts(fangSongPath);
  const printer = new PagePrinter({ browserPath, sandbox, ...limits });

  function bodyOf(kind: DocumentKind, data: object, index: number): string {
    const parsed = forms[kind].schema.safeParse({ ...data, kind });
    if (parsed.success) return templates.body(kind, parsed.data);
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new DocumentError(
      'DOCUMENT_DATA_INVALID',
      `The data for a ${kind} is not complete or not valid (${fields.join('; ')}). Correct it and ask again.`,
      { kind, index, fields },
    );
  }

  /**
   * Bodies of all papers, a few at a time: the same process records people's acts and beats for its work, and must come to
   * that between thousands of papers.
   */
  async function prepare(kind: DocumentKind, data: readonly object[]): Promise<string[]> {
    const bodies: string[] = [];
    const characters = new Set<string>();
    for (const slice of chunksOf(data, preparedAtOnce)) {
      const made = slice.map((one, index) => bodyOf(kind, one, bodies.length + index));
      for (const character of fonts.missing(made.join(''))) characters.add(character);
      bodies.push(...made);
      await othersTurn();
    }
    if (characters.size > 0) refuseMissing(kind, bodies, [...characters]);
    return bodies;
  }

  function refuseMissing(kind: DocumentKind, bodies: readonly string[], characters: readonly string[]): never {
    const documents = bodies.flatMap((body, index) =>
      characters.some((character) => body.includes(character)) ? [index] : [],
    );
    throw new DocumentError(
      'DOCUMENT_MISSING_GLYPH',
      `No embedded font has ${characters.join(' ')}, so the ${kind} would show empty boxes and was not issued. Correct the text, or configure a font that has them.`,
      { kind, characters, documents },
    );
  }

  function print(kind: DocumentKind, bodies: readonly string[]): Promise<Uint8Array> {
    const content = bodies.join('\n');
    return printer.print({
      title: kind,
      faces: fonts.css(content, assetBase),
      styles: templates.styles(kind),
      content,
      asset: fonts.file,
    });
  }

  async function renderBatch<K extends DocumentKind>(
    kind: K,
    data: readonly DocumentInput<K>[],
    onProgress: (done: number, total: number) => void,
  ): Promise<Buffer> {
    if (data.length === 0)
      throw new DocumentError(
        'DOCUMENT_DATA_INVALID',
        `A batch of ${kind} needs at least one paper, and none was given.`,
        { kind },
      );
    const bodies = await prepare(kind, data);
    let done = 0;
    const parts = await Promise.all(
      chunksOf(bodies, templates.setting(kind).perPrint).map(async (chunk) => {
        const pdf = await print(kind, chunk);
        done += chunk.length;
        onProgress(done, data.length);
        return pdf;
      }),
    );
    return mergePdf(parts);
  }

  return {
    render: (kind, data) => renderBatch(kind, [data], () => undefined),
    renderBatch,
    close: () => printer.close(),
  };
}
