import { Router } from 'express';
import { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';
import { languageCookie } from '../middleware/language';
import { paths } from '../paths';
import { languages } from '../views/language';

const yearMs = 365 * 24 * 3_600_000;
/** An address of this site alone. */
const ours = /^\/(?![/\\])[^\\]*$/;

/** Keeps a reader's choice of language for a year and leads back to where it was made. */
export function languageSwitch({ config }: Pick<AppWorld, 'config'>): Router {
  return Router().get(paths.language, (req, res) => {
    const language = languages.find((one) => one === req.params['language']);
    if (!language) throw new Refusal('NOT_FOUND');
    const { returnTo } = req.query;
    const choice = { httpOnly: true, sameSite: 'lax', secure: config.cookieSecure, maxAge: yearMs } as const;
    res.cookie(languageCookie, language, choice).setHeader('Cache-Control', 'no-store');
    res.redirect(303, typeof returnTo === 'string' && ours.test(returnTo) ? returnTo : paths.publicHome);
  });
}
