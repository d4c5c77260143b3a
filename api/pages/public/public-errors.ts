import type { ErrorRequestHandler } from 'express';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { sendProblem } from '../../middleware/problem-json';
import { pathTo } from '../../paths';
import { statusOf } from '../../problems';
import { publicFrame } from './public-frame';

/** What is not there, and what failed, said in the frame of the public site and in words for the public. */
export function publicErrors(world: AppWorld): ErrorRequestHandler {
  const { t } = world.views.texts;
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const code = codeOf(error);
    if (code === 'INTERNAL') world.log.error({ err: error }, 'A public page failed');
    if (['json', 'csv'].includes(String(req.query['format']))) return sendProblem(world, res, code);
    const missing = code === 'NOT_FOUND';
    const title = t(missing ? 'public:notFound.title' : 'public:failed.title');
    res.status(statusOf(code)).render('error', {
      layout: 'public',
      page: publicFrame(world, { title, unlisted: true }),
      error: {
        title,
        meaning: t(missing ? 'public:notFound.means' : 'public:failed.means'),
        next: (['results', 'checks', 'items'] as const).map((key) => ({
          text: t(`public:notFound.${key}`),
          href: pathTo(({ results: 'publicResults', checks: 'publicChecks', items: 'publicItems' } as const)[key]),
        })),
        code,
      },
    });
  };
}

/** An address that cannot be read leads nowhere: that is all a reader needs to know of it. */
function codeOf(error: unknown): 'NOT_FOUND' | 'INTERNAL' {
  if (error instanceof Refusal) return error.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'INTERNAL';
  const status: unknown = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? 'NOT_FOUND' : 'INTERNAL';
}
