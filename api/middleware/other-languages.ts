import type { RequestHandler } from 'express';
import type { AppWorld } from '../app-world';
import { pathTo } from '../paths';
import { languages } from '../views/language';
import { pageOf } from './kept-choice';
import { languageOf } from './language';

/** Gives the foot of every page the way to the same page in each other language, called as its readers call it. */
export function otherLanguages({ views }: Pick<AppWorld, 'views'>): RequestHandler {
  return (req, res, next) => {
    const returnTo = pageOf(req);
    res.locals['otherLanguages'] = languages
      .filter((language) => language !== languageOf(res))
      .map((language) => ({
        language,
        href: pathTo('language', { language, returnTo }),
        name: views.in(language).texts.t('layout:language.name'),
      }));
    next();
  };
}
