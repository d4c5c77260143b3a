import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';
import { addressOf } from '../drafts/draft-place';
import { rescueTyped } from '../drafts/rescue-typed';
import { pathTo, paths } from '../paths';
import { maskToken, unmaskToken } from './masked-token';
import { readParts } from './read-parts';

const csrfHeader = 'x-csrf-token';

const uploads = [paths.caseAct, paths.caseNew, paths.objectsLoad, paths.inspectorsLoad].map(
  (path) => new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}/?$`, 'i'),
);

/** A piece of a file, sent by the script of a page; no form that could be led back to. */
const sendsPieces = (req: Request): boolean => req.path === paths.uploads || req.path.startsWith(`${paths.uploads}/`);

/** Every form carries a token of its session; one that does not is refused before it is read, and what was typed is kept. */
export function formProtection(world: AppWorld): RequestHandler {
  const { generateToken, isRequestValid } = csrfSync({
    // Pieces of files are no form; the page's script sends the form's token beside them, which no other site can.
    getTokenFromRequest: (req) =>
      unmaskToken((req.body as Record<string, unknown> | undefined)?.['_csrf'] ?? req.get(csrfHeader)),
  });
  // Files of nobody are never taken in: only the typed part of such a form is read.
  const withoutFiles = readParts(
    multer({
      storage: multer.memoryStorage(),
      fileFilter: (_req, _file, done) => done(null, false),
      limits: { fields: 1000, fieldSize: 50_000 },
    }).any(),
  );

  return async (req, res, next) => {
    res.locals['csrf'] = () => maskToken(generateToken(req));
    if (!req.person && sendsPieces(req)) return void res.status(401).json({ code: 'NOT_SIGNED_IN' });
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next();
    if (req.is('multipart/form-data')) {
      // Uploads are read by their own route, which asks `csrfHolds` once the parts are there.
      if (req.person && uploads.some((path) => path.test(req.path))) {
        res.locals['csrfHolds'] = () => isRequestValid(req);
        return next();
      }
      await new Promise<void>((resolve, reject) =>
        withoutFiles(req, res, (failure: unknown) => (failure ? reject(failure as Error) : resolve())),
      );
    }
    if (isRequestValid(req)) return next();
    // The page's script asks, and tells the person at the file.
    if (sendsPieces(req)) return void res.status(req.person ? 403 : 401).json({ code: 'FORM_EXPIRED' });
    await leadBack(world, req, res);
  };
}

/**
 * Answers a form that outlived its session: its words are kept as a draft and the person is led back to it, by way of the
 * sign-in where they are not signed in any more.
 * @throws Refusal FORM_EXPIRED where the form is not one that keeps drafts, or belongs to another person
 */
export async function leadBack(world: AppWorld, req: Request, res: Response): Promise<void> {
  const owner = await rescueTyped(world, req);
  if (!owner || (req.person && req.person.account !== owner.account)) throw new Refusal('FORM_EXPIRED');
  const returnTo = addressOf(owner.place);
  if (!req.person) return res.redirect(303, pathTo('signIn', { returnTo, why: 'kept' }));
  req.session.notice = { key: 'drafts:outlived' };
  res.redirect(303, returnTo);
}
