import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { personByToken } from '../../services/queries/people/find-person';
import type { AppWorld } from '../app-world';

/** A department's own system shows a token instead of a session; only its hash is kept. */
export function bearerToken(world: AppWorld): RequestHandler {
  return async (req, _res, next) => {
    const token = /^Bearer ([0-9A-Za-z_-]{20,200})$/.exec(req.get('Authorization') ?? '')?.[1];
    if (token)
      req.person = await personByToken(world.dataSource, createHash('sha256').update(token).digest('hex'), world.now());
    next();
  };
}
