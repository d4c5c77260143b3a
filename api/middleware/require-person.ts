import type { Request, RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import type { Person } from '../person';

declare module 'express-serve-static-core' {
  interface Request {
    person?: Person;
  }
}

/** Lets only signed-in people through; one who must change the password first gets no further than that. */
export const requirePerson: RequestHandler = (req, _res, next) => {
  if (!req.person) return next(new Refusal('NOT_SIGNED_IN'));
  if (req.person.mustChangePassword) return next(new Refusal('PASSWORD_CHANGE_NEEDED'));
  next();
};

/**
 * The person of a request that `requirePerson` let through.
 * @throws Refusal NOT_SIGNED_IN
 */
export function personOf(req: Request): Person {
  if (!req.person) throw new Refusal('NOT_SIGNED_IN');
  return req.person;
}
