import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';

/** No page, and nothing that can be searched for, has a NUL in its address: the database could not even be asked. */
export const plainAddress: RequestHandler = (req, _res, next) =>
  next(req.url.includes('%00') ? new Refusal('NOT_FOUND') : undefined);
