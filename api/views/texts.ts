import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n, type ResourceLanguage } from 'i18next';
import { readCatalogues } from './read-catalogues';

export type TextValues = Record<string, unknown>;

/** What to do with a key that no catalogue has: fail at once (tests, development) or show the key (production). */
export type MissingText = 'throw' | 'show-key';

export interface Texts {
  /** The text of `namespace:path.to.key` with `{{name}}` places filled; never HTML-escaped, the template does that. */
  t(key: string, values?: TextValues, language?: string): string;
  has(key: string, language?: string): boolean;
  /** Every key of the language as `namespace:path.to.key`, sorted. */
  keys(language?: string): string[];
}

export const defaultLanguage = 'zh-CN';

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
 * @throws Error naming the key, when a text is missing and `missing` is 'throw'.
 */
export function createTexts(directory: string, missing: MissingText): Texts {
  const languages = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const resources = Object.fromEntries(languages.map(({ name }) => [name, readCatalogues(join(directory, name))]));
  const engine = openEngine(resources, Object.keys(resources[defaultLanguage] ?? {}));
  const has = (key: string, language = defaultLanguage) => engine.exists(key, { lng: language });

  return {
    has,
    keys: (language = defaultLanguage) =>
      Object.entries(resources[language] ?? {})
        .flatMap(([namespace, texts]) => flatten(texts, `${namespace}:`))
        .sort(),
    t(key, values = {}, language = defaultLanguage) {
      if (has(key, language)) return engine.t(key, { ...values, lng: language });
      if (missing === 'show-key') return key;
      throw new Error(
        `Text "${key}" is missing, so people would see its key. Add it to templates/locales/${language}: to ${key.split(':')[0]}.json, or to processes/ in the file of its kind of case.`,
      );
    },
  };
}
