import type { Request, RequestHandler, Response } from 'express';
import { defaultLanguage, languages, type Language } from '../views/language';
import { chosenOf, type KeptChoice } from './kept-choice';

/** What a reader chose at the foot of a page. */
export const languageChoice = { cookie: 'language', values: languages } as const satisfies KeptChoice<Language>;

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** The language that a reader chose, or the county's. */
export const chosenLanguage: RequestHandler = (req, res, next) => {
  res.locals['language'] = chosen(req) ?? defaultLanguage;
  next();
};

/**
 * The language that a reader chose, or else the one that their browser or program asks for: of pages that anybody opens, and
 * of what other systems are told. Pages of officials are in the county's language until they choose another.
 */
export const askedLanguage: RequestHandler = (req, res, next) => {
  const asked = req.acceptsLanguages([...languages]);
  res.locals['language'] = chosen(req) ?? (isLanguage(asked) ? asked : defaultLanguage);
  res.vary('Accept-Language').vary('Cookie');
  next();
};

/** The language in which a request is answered. */
export function languageOf(res: Response): Language {
  const language: unknown = res.locals['language'];
  return isLanguage(language) ? language : defaultLanguage;
}

/** A list as a file has one content and one name, whoever takes it away. */
const asFile = (req: Request) => ['csv', 'json'].includes(String(req.query['format']));

const chosen = (req: Request): Language | undefined => (asFile(req) ? defaultLanguage : chosenOf(req, languageChoice));
