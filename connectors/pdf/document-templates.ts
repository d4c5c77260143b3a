import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { documentSchemas, type DocumentKind } from '../../domain/documents/kinds';
import { createDocumentFunctions } from './document-functions';
import { createDocumentTexts } from './document-texts';

/** How a kind is set: letters with GB/T 9704 geometry and page numbers, or forms of which many share one print. */
export interface DocumentSetting {
  styles: readonly string[];
  /** Papers that one print may hold. 1 where each paper counts its own pages. */
  perPrint: number;
}

const letterhead = { styles: ['paper', 'official', 'letterhead'], perPrint: 1 };
const redHead = { styles: ['paper', 'official', 'red-head'], perPrint: 1 };
const form = { styles: ['paper', 'form'], perPrint: 40 };
const notice = { styles: ['paper', 'notice'], perPrint: 40 };

const settings: Record<DocumentKind, DocumentSetting> = {
  'consultation-letter': letterhead,
  'consultation-reply': letterhead,
  decision: redHead,
  'work-plan': redHead,
  'inspection-notice': notice,
  'record-form': form,
  'onsite-record': { styles: ['paper', 'form', 'numbered'], perPrint: 1 },
  'result-notice': notice,
  'referral-letter': letterhead,
};

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
  const missing = Object.keys(documentSchemas).filter((kind) => !compiled.has(kind));
  if (missing.length > 0)
    throw new Error(`No template in ${directory} for: ${missing.join(', ')}. Add <kind>.hbs for each.`);

  return {
    setting: (kind) => settings[kind],
    body: (kind, data) => compiled.get(kind)?.(data) ?? '',
    styles: (kind) => settings[kind].styles.map((name) => sheets.get(name) ?? '').join('\n'),
  };
}
