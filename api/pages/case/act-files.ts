import type { Request, RequestHandler } from 'express';
import multer, { type StorageEngine } from 'multer';
import { findAct } from '../../../domain/processes';
import { fileFields } from '../../../domain/file-fields';
import { Refusal } from '../../../domain/refusal';
import { takenInWords } from '../../../domain/files/file-kinds';
import { plainName, storeFile } from '../../../services/files/store-file';
import type { AppWorld } from '../../app-world';
import type { MendedName } from '../../forms/mended-names';
import { readParts } from '../../middleware/read-parts';
import type { Person } from '../../person';
import { orRefusal } from './or-refusal';

/** Files of one act, as its schema allows them. */
export const filesAtMost = 20;
const partsAtMost = 2000;
/** How many files of the largest size one post may hold in memory. */
const largeFilesAtOnce = 3;

/** A file as the form brought it; one that is too large alone, or with those before it, has no content. */
interface CameFile extends Express.Multer.File {
  dropped?: 'alone' | 'together';
}

/**
 * Reads the files of a form into memory. One that is too large is read to its end and dropped, so that everything else
 * that the person typed and sent arrives and can be shown again.
 */
export function actFiles(world: AppWorld): RequestHandler {
  const limit = largestFile(world);
  const held = new WeakMap<Request, number>();
  const storage: StorageEngine = {
    _handleFile(req, file, done) {
      const chunks: Buffer[] = [];
      let size = 0;
      let dropped: CameFile['dropped'];
      // What is dropped gives its room back to those that come after it.
      const drop = (why: CameFile['dropped']) => {
        const own = chunks.splice(0).reduce((sum, chunk) => sum + chunk.length, 0);
        held.set(req, (held.get(req) ?? 0) - own);
        dropped = why;
      };
      file.stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit && dropped !== 'alone') drop('alone');
        if (dropped) return;
        const all = (held.get(req) ?? 0) + chunk.length;
        if (all > limit * largeFilesAtOnce) return drop('together');
        held.set(req, all);
        chunks.push(chunk);
      });
      file.stream.on('error', done);
      file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size, dropped } as Partial<CameFile>));
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

/** What became of the files of one field. */
export interface KeptFiles {
  /** Those of earlier attempts first. */
  ids: string[];
  /** Why some were not kept: FILE_TYPE_REFUSED, FILE_TOO_LARGE, FILES_TOO_LARGE, FILES_TOO_MANY; each names its files. */
  refusals: Refusal[];
  /** Names that were given the ending of what the file is. */
  mended: MendedName[];
}

/**
 * Keeps the files that came in one field of a form. One that is refused drops none of the others: they are kept for the
 * next attempt, and every refusal names its files.
 * @param kept ids of files that an earlier attempt already uploaded
 */
export async function keepFiles(
  world: AppWorld,
  req: Request,
  person: Person,
  field: string,
  kept: unknown,
): Promise<KeptFiles> {
  const ids = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  const came = ((req.files ?? {}) as Record<string, CameFile[]>)[field] ?? [];
  const refused = { alone: [] as string[], together: [] as string[], kind: [] as string[], many: [] as string[] };
  const mended: KeptFiles['mended'] = [];
  for (const { originalname, buffer, dropped } of came) {
    const name = Buffer.from(originalname, 'latin1').toString('utf8');
    if (dropped) refused[dropped].push(name);
    else if (ids.length >= filesAtMost) refused.many.push(name);
    else {
      const file = { name, content: buffer, uploadedBy: person.account };
      const stored = await orRefusal(storeFile(world.dataSource, file));
      if (stored instanceof Refusal) refused.kind.push(name);
      else {
        ids.push(stored.id);
        if (stored.name !== plainName(name)) mended.push({ was: plainName(name), is: stored.name });
      }
    }
  }
  return { ids, refusals: refusalsOf(world, field, refused), mended };
}

function refusalsOf(
  world: AppWorld,
  field: string,
  refused: Record<'alone' | 'together' | 'kind' | 'many', string[]>,
): Refusal[] {
  const { marks } = world.views.texts;
  const limitMb = world.config.uploadLimitMb;
  const [alone, together, kind, many] = [refused.alone, refused.together, refused.kind, refused.many].map((names) =>
    names.map((name) => plainName(name)).join(marks.list),
  ) as [string, string, string, string];
  return [
    kind && new Refusal('FILE_TYPE_REFUSED', { field, name: kind, taken: takenInWords }),
    alone && new Refusal('FILE_TOO_LARGE', { field, name: alone, limit: `${limitMb} MB` }),
    together && new Refusal('FILES_TOO_LARGE', { field, name: together, limit: `${limitMb * largeFilesAtOnce} MB` }),
    many && new Refusal('FILES_TOO_MANY', { field, name: many, limit: filesAtMost }),
  ].filter((refusal) => refusal !== '');
}

function largestFile(world: AppWorld): number {
  return world.config.uploadLimitMb * 1024 * 1024;
}
