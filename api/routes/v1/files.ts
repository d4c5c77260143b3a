import { Router } from 'express';
import multer, { MulterError } from 'multer';
import { Refusal } from '../../../domain/refusal';
import { storeFile } from '../../../services/files/store-file';
import type { AppWorld } from '../../app-world';
import { readParts } from '../../middleware/read-parts';
import { personOf } from '../../middleware/require-person';
import { sendFile } from '../../send-file';

/** Files of a department's own system: sent first, then named by the act; loose ones are swept like those of forms. */
export function fileRoutes(world: AppWorld): Router {
  const limitMb = world.config.uploadLimitMb;
  const read = readParts(
    multer({
      storage: multer.memoryStorage(),
      limits: { fileSize: limitMb * 1024 * 1024, files: 1, fields: 0 },
      // Names are UTF-8, as every client of today sends them.
      defParamCharset: 'utf8',
    }).single('file'),
  );
  return Router()
    .post(
      '/files',
      (req, res, next) => {
        void read(req, res, (failure: unknown) => {
          if (!(failure instanceof MulterError)) return next(failure);
          if (failure.code === 'LIMIT_FILE_SIZE')
            return next(new Refusal('FILE_TOO_LARGE', { limit: `${limitMb} MB` }));
          next(new Refusal('UPLOAD_BROKEN'));
        });
      },
      async (req, res) => {
        if (!req.file) throw new Refusal('UPLOAD_BROKEN');
        const { originalname: name, buffer: content } = req.file;
        const kept = await storeFile(world.dataSource, { name, content, uploadedBy: personOf(req).account });
        res.status(201).json({ ...kept, size: content.length });
      },
    )
    .get('/files/:id', (req, res) => sendFile(world, req, res));
}
