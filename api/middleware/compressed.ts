import compression from 'compression';
import type { RequestHandler } from 'express';

/** Smaller answers fit into one packet anyway, in bytes. */
const smallest = 1_024;

/**
 * Text goes compressed where the browser takes it; lists still go out row by row. What another site made the browser ask for
 * does not: whoever chooses words in a question and watches how long the answer is could learn what else stands in it.
 */
export function compressed(): RequestHandler {
  return compression({
    threshold: smallest,
    filter: (req, res) => req.headers['sec-fetch-site'] !== 'cross-site' && compression.filter(req, res),
  });
}
