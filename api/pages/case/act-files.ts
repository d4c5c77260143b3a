import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import { findAct } from '../../../domain/processes';
import { fileFields } from '../../../domain/file-fields';
import { Refusal } from '../../../domain/refusal';
import { kindOfFile, storeFile } from '../../../services/files/store-file';
import type { AppWorld } from '../../app-world';
import { readParts } from '../../middleware/read-parts';
import type { Person } from '../../person';

/** Files of one act, as its schema allows them. */
export const filesAtMost = 20;
const partsAtMost = 2000;
/** How many files of the largest size one post may hold in memory. */
const largeFilesAtOnce = 3;

/**
 * Reads the files of a form into memory. One that is too large is read to its end and dropped, so that everything else
 * that the person typed arrives and can be shown again.
 */
export function actFiles(world: AppWorld): RequestHandler {
  const limit = largestFile(world);
  const held = new WeakMap<Request, number>();
  const storage: StorageEngine = {
    _handleFile(req, file, done) {
      const chunks: Buffer[] = [];
      let size = 0;
      file.stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        const all = (held.get(req) ?? 0) + chunk.length;
        if (size > limit || all > limit * largeFilesAtOnce) return void chunks.splice(0);
        held.set(req, all);
        chunks.push(chunk);
      });
      file.stream.on('error', done);
      file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }));
    },
    _removeFile: (_req, _file, done) => done(null),
  };
  const upload = multer({ storage, limits: { fields: partsAtMost, fieldSize: 100_000 } });
  return (req, res, next) => {
    const act = findAct(String(req.params['act']))?.act;
    const fields = act ? fileFields(act.input).map((name) => ({ name })) : [];
    return readParts(upload.fields(fields))(req, res, next);
  };
}

/**
 * Keeps the files that came in one field of a form; all or none, so that a refused one leaves nothing behind.
 * @param kept ids of files that an earlier attempt already uploaded
 * @throws Refusal FILE_TOO_LARGE, FILE_TYPE_REFUSED or FILES_TOO_MANY, with the field
 */
export async function keepFiles(
  world: AppWorld,
  req: Request,
  person: Person,
  field: string,
  kept: unknown,
): Promise<string[]> {
  const before = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  const came = (req.files ?? {}) as Record<string, Express.Multer.File[]>;
  const files = (came[field] ?? []).map((file) => ({
    name: Buffer.from(file.originalname, 'latin1').toString('utf8'),
    content: file.buffer,
    size: file.size,
  }));
  if (before.length + files.length > filesAtMost) throw new Refusal('FILES_TOO_MANY', { field, limit: filesAtMost });
  for (const { name, content, size } of files) {
    if (size > content.length)
      throw new Refusal('FILE_TOO_LARGE', { field, name, limit: `${world.config.uploadLimitMb} MB` });
    kindOfFile({ name, content }, field);
  }
  const ids: string[] = [];
  for (const { name, content } of files)
    ids.push((await storeFile(world.dataSource, { name, content, uploadedBy: person.account })).id);
  return [...before, ...ids];
}

function largestFile(world: AppWorld): number {
  return world.config.uploadLimitMb * 1024 * 1024;
}
