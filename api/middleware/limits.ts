import { rateLimit } from 'express-rate-limit';
import type { AppWorld } from '../app-world';
import { sendProblem } from './problem-json';

/**
 * Sign-ins from one address, so that passwords cannot be guessed by the thousand. A whole county may stand behind one
 * address and come at eight o'clock; an account by itself is locked long before (`services/people/sign-in.ts`).
 */
export function signInLimit(world: AppWorld) {
  return rateLimit({
    windowMs: 60_000,
    limit: world.config.signInsPerMinute,
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
