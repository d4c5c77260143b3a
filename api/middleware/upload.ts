import type { RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { Refusal } from '../../domain/refusal';
import type { AppWorld } from '../app-world';
import { readParts } from './read-parts';

/**
 * Reads one file of a form into memory, then asks for the form's token, which came among its parts.
 * A file that is too large leaves its refusal in `res.locals.uploadRefusal`, so that the page can say it beside the field.
 */
export function oneFile(world: AppWorld, field: string): RequestHandler {
  const read = readParts(
    multer({
      storage: multer.memoryStorage(),
      limits: { fileSize: world.config.uploadLimitMb * 1024 * 1024, files: 1, fields: 10, fieldSize: 10_000 },
    }).single(field),
  );
  return (req, res, next) => {
    void read(req, res, (failure: unknown) => {
      const tooLarge = failure instanceof MulterError && failure.code === 'LIMIT_FILE_SIZE';
      if (tooLarge)
        res.locals['uploadRefusal'] = new Refusal('FILE_TOO_LARGE', { limit: `${world.config.uploadLimitMb} MB` });
      else if (failure) return next(failure);
      else if (!(res.locals['csrfHolds'] as (() => boolean) | undefined)?.()) return next(new Refusal('FORM_EXPIRED'));
      next();
    });
  };
}
