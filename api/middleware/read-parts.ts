import type { RequestHandler } from 'express';
import { MulterError } from 'multer';
import { Refusal } from '../../domain/refusal';

/** Reads a body of parts. One that breaks off or is none is the sender's, or the network's, mistake: its parser throws plain errors. */
export function readParts(read: RequestHandler): RequestHandler {
  return (req, res, next) => {
    const done = (failure?: unknown) => next(failure && !(failure instanceof MulterError) ? new Refusal('UPLOAD_BROKEN') : failure);
    void read(req, res, done);
  };
}
