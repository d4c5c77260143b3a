import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { documents, type DocumentKind, type DocumentLook } from '../../domain/documents/kinds';
import { createDocumentFunctions } from './document-functions';
import { createDocumentTexts } from './document-texts';

/** How a paper of one look is set. */
export interface DocumentSetting {
  styles: readonly string[];
  /** Papers that one print may hold. 1 where each paper counts its own pages. */
  perPrint: number;
}

const settings: Record<DocumentLook, DocumentSetting> = {
  letter: { styles: ['paper', 'official', 'long-rows', 'letterhead'], perPrint: 1 },
  redHead: { styles: ['paper', 'official', 'long-rows', 'red-head'], perPrint: 1 },
  form: { styles: ['paper', 'form'], perPrint: 40 },
  numberedForm: { styles: ['paper', 'form', 'numbered'], perPrint: 1 },
  notice: { styles: ['paper', 'notice', 'long-rows'], perPrint: 40 },
};

const settingOf = (kind: DocumentKind) => settings[documents[kind].look];

export interface DocumentTemplates {
  setting(kind: DocumentKind): DocumentSetting;
  /** The paper's own markup, every value escaped. Throws when the template names a value that the data lacks. */
  body(kind: DocumentKind, data: object): string;
  /** Style sheets of the kind, one after the other. */
  styles(kind: DocumentKind): string;
}

function readAll(directory: string, extension: string): [string, string][] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .map((file) => [basename(file, extension), readFileSync(join(directory, file), 'utf8')]);
}

/** Compiles all papers of `<templates>/documents` at once, so that a broken template stops the start and not an issue. */
export function createDocumentTemplates(templates: string): DocumentTemplates {
  const directory = join(templates, 'documents');
  const engine = Handlebars.create();
  engine.registerHelper(createDocumentFunctions(createDocumentTexts(templates)));
  for (const [name, source] of readAll(join(directory, 'parts'), '.hbs'))
    engine.registerPartial(name, source.trimEnd());
  const options = { strict: true, preventIndent: true, explicitPartialContext: false };
  const compiled = new Map(readAll(directory, '.hbs').map(([name, source]) => [name, engine.compile(source, options)]));
  const sheets = new Map(readAll(directory, '.css'));
  const missing = Object.keys(documents).filter((kind) => !compiled.has(kind));
  if (missing.length > 0)
    throw new Error(`No template in ${directory} for: ${missing.join(', ')}. Add <kind>.hbs for each.`);

  return {
    setting: settingOf,
    body: (kind, data) => compiled.get(kind)?.(data) ?? '',
    styles: (kind) =>
      settingOf(kind)
        .styles.map((name) => sheets.get(name) ?? '')
        .join('\n'),
  };
}
