import type { ErrorRequestHandler, RequestHandler } from 'express';
import { MulterError } from 'multer';
import { Refusal } from '../../domain/refusal';
import type { RefusalCode } from '../../domain/refusals/refusal-list';
import type { AppWorld } from '../app-world';
import { firstWords } from '../pages/first-words';
import { frame } from '../pages/frame';
import { pathTo, paths } from '../paths';
import { statusOf } from '../problems';

export const notFoundPage: RequestHandler = (_req, _res, next) => next(new Refusal('NOT_FOUND'));

/** Says what happened, what it means, what to do next; a person who is not signed in is led to the sign-in page. */
export function errorPage(world: AppWorld): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const code = codeOf(error);
    if (code === 'INTERNAL') world.log.error({ err: error }, 'A page failed');
    if (code === 'NOT_SIGNED_IN' && req.method === 'GET')
      return res.redirect(303, pathTo('signIn', { returnTo: req.originalUrl }));
    if (code === 'PASSWORD_CHANGE_NEEDED') return res.redirect(303, paths.password);
    const { t, marks } = world.views.texts;
    const first = error instanceof Refusal ? firstWords(world.views.texts, error) : [];
    try {
      const page = await frame(world, req, res, { title: t(`problems:${code}.what`) });
      res.status(statusOf(code)).render('error', {
        layout: req.person ? 'back-office' : 'bare',
        page,
        error: {
          title: t(`problems:${code}.what`),
          meaning: [...first, t(`problems:${code}.means`)].join(marks.stop),
          next: [{ text: t(`problems:${code}.next`) }, { text: t('pages:error.home'), href: paths.home }],
          code,
        },
      });
    } catch (failure) {
      world.log.error({ err: failure }, 'The error page failed');
      res.status(statusOf(code)).type('text/plain').send(code);
    }
  };
}

function codeOf(error: unknown): RefusalCode {
  if (error instanceof Refusal) return error.code;
  if (error instanceof MulterError) return error.code === 'LIMIT_FILE_SIZE' ? 'FILE_TOO_LARGE' : 'MALFORMED';
  const status: unknown = (error as { status?: unknown } | null)?.status;
  if (status === 413) return 'CONTENT_TOO_LARGE';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'MALFORMED';
  return 'INTERNAL';
}
