import type { ErrorRequestHandler, Response } from 'express';
import { Refusal } from '../../domain/refusal';
import type { RefusalCode, RefusalDetails } from '../../domain/refusals/refusal-list';
import type { AppWorld } from '../app-world';
import { languageOf } from './language';
import { statusOf } from '../problems';

/** Answers with RFC 9457 problem details: what happened, what it means, what to do next, under a stable code. */
export function sendProblem(world: AppWorld, res: Response, code: RefusalCode, details: RefusalDetails = {}): void {
  const { language, t } = world.views.in(languageOf(res)).texts;
  res
    .status(statusOf(code))
    .type('application/problem+json')
    .set('Content-Language', language)
    .send(
      JSON.stringify({
        // First, so that no detail can stand in the place of what every client reads.
        ...details,
        type: `/problems/${code}`,
        title: t(`problems:${code}.what`, details),
        detail: t(`problems:${code}.next`, details),
        status: statusOf(code),
        code,
      }),
    );
}

/** The last step of the API: refusals as they are, anything else as INTERNAL with nothing told. */
export function problemHandler(world: AppWorld): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof Refusal) return sendProblem(world, res, error.code, error.details);
    const status: unknown = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(world, res, status === 413 ? 'CONTENT_TOO_LARGE' : 'MALFORMED');
    world.log.error({ err: error }, 'A request failed');
    sendProblem(world, res, 'INTERNAL');
  };
}
