import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { readCatalogues } from '../../api/views/read-catalogues';

const root = join(__dirname, '..', '..');
const locales = join(root, 'templates', 'locales');

/** What is kept, sent or saved, and therefore Chinese for every reader: no page asks for it. */
const neverOnPages = ['documents', 'mail', 'drawVerification', 'files'];

function textsOf(language: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'string') found.set(path.join('.'), value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, [...path, key]);
  };
  for (const [namespace, texts] of Object.entries(readCatalogues(join(locales, language))))
    if (!neverOnPages.includes(namespace)) walk(texts, [namespace]);
  return found;
}

/** Texts that a form is filled in with: they are recorded as a person sends them, in the language of the county. */
const recorded = ['pages.firmReferrals.facts'];

const chinese = textsOf('zh-CN');
const english = textsOf('en');
const plural = /_(?:one|other)$/;
const places = (text: string) => [...new Set(text.match(/\{\{\s*\w+\s*\}\}|%\{\w+\}/g) ?? [])].sort();

describe('English', () => {
  test('has every text of the pages, and none that they do not have', () => {
    const said = new Set([...english.keys()].map((key) => key.replace(plural, '')));
    expect([...chinese.keys()].filter((key) => !said.has(key) && !recorded.includes(key))).toEqual([]);
    expect(recorded.filter((key) => said.has(key) || !chinese.has(key))).toEqual([]);
    expect([...said].filter((key) => !chinese.has(key))).toEqual([]);
  });

  test('has the same places to fill in every text', () => {
    const other = [...english].filter(
      ([key, text]) => places(text).join() !== places(chinese.get(key.replace(plural, '')) ?? '').join(),
    );
    expect(other).toEqual([]);
  });

  test('has both forms where it has one, with a number to choose by', () => {
    const forms = [...english.keys()].filter((key) => plural.test(key));
    const stems = new Set(forms.map((key) => key.replace(plural, '')));
    expect(stems.size).toBeGreaterThan(10);
    for (const stem of stems) {
      expect([stem, english.has(`${stem}_one`), english.has(`${stem}_other`), english.has(stem)]).toEqual([
        stem,
        true,
        true,
        false,
      ]);
      expect(places(english.get(`${stem}_other`) ?? '')).not.toEqual([]);
    }
  });

  test('says nothing where Chinese says nothing, and something where it says something', () => {
    const other = [...english].filter(([key, text]) => (text === '') !== (chinese.get(key.replace(plural, '')) === ''));
    expect(other).toEqual([]);
  });

  test('is English: Chinese stands in it only as what people type or read elsewhere', () => {
    const quoted = /[“《][^”》]*[”》]|放假|上班|取消|语言/g;
    const left = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replace(quoted, '')));
    expect(left).toEqual([]);
  });
});

/** Keys that an object of a JSON file has twice: of what they say only the last is read. */
function saidTwice(file: string): string[] {
  const twice: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const keys = node.properties.map((property) => (property.name as ts.StringLiteral).text);
      twice.push(...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${file}: ${key}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.parseJsonText(file, readFileSync(file, 'utf8')));
  return twice;
}

test('no file of texts says a key twice', () => {
  expect(filesIn('templates/locales', '.json').flatMap(saidTwice)).toEqual([]);
});

/** Files of the pages under a folder. */
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

const wordsOrMarks = /[\p{Script=Han}、，；：（）。！？]/u;

/** Chinese that is no word for a reader of a page. */
const noWords: Record<string, string> = {
  'api/views/format.ts': 'the forms of dates',
  'api/views/punctuation.ts': 'the marks between words',
  'api/pages/settings/calendar-lines.ts': 'how people write a day of the calendar',
  'api/pages/settings/calendar-conflict.ts': 'the same',
  'api/openapi/describe.ts': 'the title of the interface',
  'api/faces/referral/drafted-text.ts': 'a text that is recorded as a person sends it',
};

test('no word for people stands in the code of the pages: it would be the same in every language', () => {
  const found = filesIn('api', '.ts').flatMap((file) => {
    const name = relative(root, file);
    if (name in noWords || name.includes('/kit/') || name.endsWith('examples.ts')) return [];
    const source = ts.createSourceFile(name, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const words: string[] = [];
    const visit = (node: ts.Node) => {
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
      if (isText && wordsOrMarks.test(node.text)) words.push(`${name}: ${node.text}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return words;
  });
  // A feed is one content for every reader, as files are.
  expect(found.filter((line) => !line.startsWith('api/pages/public/results-feed.ts'))).toEqual([]);
});

test('no word for people stands in a template or a script of the pages', () => {
  const templates = ['layouts', 'components', 'pages'].flatMap((folder) => filesIn(`templates/${folder}`, '.hbs'));
  const scripts = filesIn('assets/js', '.js');
  const found = [...templates, ...scripts].flatMap((file) =>
    readFileSync(file, 'utf8')
      .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$|\{\{!--[^]*?--\}\}/gm, '')
      .split('\n')
      .filter((line) => wordsOrMarks.test(line))
      .map((line) => `${relative(root, file)}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
