import { rateLimit } from 'express-rate-limit';
import type { AppWorld } from '../app-world';
import { sendProblem } from './problem-json';

/** Few sign-ins from one address, so that passwords cannot be guessed by the thousand. */
export function signInLimit(world: AppWorld) {
  return rateLimit({
    windowMs: 60_000,
    limit: world.config.production ? 20 : 600,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => sendProblem(world, res, 'TOO_MANY_REQUESTS'),
  });
}

/** A person, or a department's system, may be fast; a flood from one account is stopped. */
export function actLimit(world: AppWorld) {
  return rateLimit({
    windowMs: 60_000,
    limit: 6_000,
    keyGenerator: (req) => req.person?.account ?? 'nobody',
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => sendProblem(world, res, 'TOO_MANY_REQUESTS'),
  });
}
