import { join } from 'node:path';
import i18next, { type i18n, type ResourceLanguage } from 'i18next';
import { formatsOf, type Formats } from './format';
import { defaultLanguage, languages, type Language } from './language';
import { marksOf, type Marks } from './punctuation';
import { readCatalogues } from './read-catalogues';

export type TextValues = Record<string, unknown>;

/** What to do with a key that no catalogue has: fail at once (tests, development) or show the key (production). */
export type MissingText = 'throw' | 'show-key';

/** The words of one language, with its dates, numbers and marks. */
export interface Texts extends Formats {
  readonly language: Language;
  readonly marks: Marks;
  /**
   * The text of `namespace:path.to.key` with `{{name}}` places filled, a list among them as the language sets one; never HTML-escaped, the template does that. Where a
   * language has `key_one` and `key_other`, the first number among the places chooses.
   */
  t(key: string, values?: TextValues): string;
  /** Whether there is a text, in this language or in that of the county. */
  has(key: string): boolean;
  /** Every key of this language itself as `namespace:path.to.key`, sorted. */
  keys(): string[];
  /** The same words in another language. */
  in(language: Language): Texts;
}

function flatten(value: unknown, prefix: string): string[] {
  if (typeof value === 'string') return [prefix];
  if (typeof value !== 'object' || value === null) return [];
  const separator = prefix.endsWith(':') ? '' : '.';
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${prefix}${separator}${key}`));
}

function openEngine(resources: Record<string, ResourceLanguage>, namespaces: string[]): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    resources,
    ns: namespaces,
    lng: defaultLanguage,
    fallbackLng: defaultLanguage,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  return engine;
}

/**
 * Loads every catalogue under `directory/<language>`: `<namespace>.json`, and `processes/<kind>.json` for what is said of a kind of case.
 * A text that another language does not have is shown in that of the county.
 * @returns the words of the county's language
 * @throws Error naming the key, when a text is missing and `missing` is 'throw'.
 */
export function createTexts(directory: string, missing: MissingText): Texts {
  const resources = Object.fromEntries(languages.map((name) => [name, readCatalogues(join(directory, name))]));
  const engine = openEngine(resources, Object.keys(resources[defaultLanguage] ?? {}));
  const all = Object.fromEntries(languages.map((language) => [language, bind(language)])) as Record<Language, Texts>;
  return all[defaultLanguage];

  function bind(language: Language): Texts {
    const rules = new Intl.PluralRules(language);
    const has = (key: string) => engine.exists(key, { lng: language });
    // Most texts of a page have no places: the engine looks each of them up once.
    const settled = new Map<string, string>();

    /** The key of the form that the number among the values asks for. */
    function formed(key: string, values: TextValues): string {
      const [namespace = '', path = ''] = key.split(':');
      const other: unknown = engine.getResource(language, namespace, `${path}_other`);
      if (typeof other !== 'string') return key;
      const places = [...other.matchAll(/\{\{\s*(\w+)/g)].map(([, place]) => values[place ?? '']);
      const number = places.map(asNumber).find((value) => value !== undefined);
      return `${key}_${number === undefined ? 'other' : rules.select(number)}`;
    }

    function hasPlaces(key: string): boolean {
      const [namespace = '', path = ''] = key.split(':');
      const text: unknown =
        engine.getResource(language, namespace, path) ?? engine.getResource(defaultLanguage, namespace, path);
      return typeof text !== 'string' || /\{\{|\$t\(/.test(text);
    }

    const listed = (values: TextValues): TextValues =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(marksOf[language].list) : value,
        ]),
      );

    return {
      ...formatsOf(language),
      language,
      marks: marksOf[language],
      has,
      in: (other) => all[other],
      keys: () =>
        Object.entries(resources[language] ?? {})
          .flatMap(([namespace, texts]) => flatten(texts, `${namespace}:`))
          .sort(),
      t(key, values = {}) {
        const known = settled.get(key);
        if (known !== undefined) return known;
        if (has(key)) {
          const form = formed(key, values);
          const text = engine.t(form, { ...listed(values), lng: language });
          if (form === key && !hasPlaces(key)) settled.set(key, text);
          return text;
        }
        if (missing === 'show-key') return key;
        throw new Error(
          `Text "${key}" is missing, so people would see its key. Add it to templates/locales/${defaultLanguage}: to ${key.split(':')[0]}.json, or to processes/ in the file of its kind of case.`,
        );
      },
    };
  }
}

/** A number as it is, or as a page has already written it: 1,200. */
function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d[\d,]*$/.test(value) ? Number(value.replaceAll(',', '')) : undefined;
}
