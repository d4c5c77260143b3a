import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { MemoryLocker, Server } from '@tus/server';
import { Router, type Request, type Response } from 'express';
import { Refusal } from '../../domain/refusal';
import { filesById } from '../../services/queries/cases/files-by-id';
import type { AppWorld } from '../app-world';
import { fileRemark } from '../file-remark';
import { worldIn } from '../in-each-language';
import { languageOf } from '../middleware/language';
import { personOf } from '../middleware/require-person';
import { refusalWords } from '../pages/refusal-words';
import { paths } from '../paths';
import { statusOf } from '../problems';
import { PieceStore } from './piece-store';

/** Tells the page under which name a file was stored, percent-encoded. */
const nameHeader = 'X-File-Name';
/** And what is to be known of it. */
const remarkHeader = 'X-File-Remark';

/**
 * Takes files of forms in pieces (tus 1.0), one after another, so that one that breaks off goes on where it was. Whole, it
 * is a loose file like those of forms without script. What it refuses, it refuses in words for the person.
 */
export function uploadRoutes(world: AppWorld): Router {
  const limitMb = world.config.uploadLimitMb;
  const locker = new MemoryLocker();
  return Router().all([paths.uploads, paths.upload], async (req, res) => {
    if (!['POST', 'HEAD', 'PATCH', 'DELETE'].includes(req.method)) throw new Refusal('NOT_FOUND');
    const spoken = worldIn(world, languageOf(res));
    const store = new PieceStore(world, personOf(req).account);
    const server = new Server({
      path: paths.uploads,
      datastore: store,
      locker,
      relativeLocation: true,
      // Pages of this site alone: no other origin is ever named.
      allowedOrigins: [],
      maxSize: limitMb * 1024 * 1024,
      disableTerminationForFinishedUploads: true,
      namingFunction: () => randomUUID(),
      async onUploadFinish(_request, { id }) {
        const [stored] = await filesById(world.dataSource, [id]);
        const remark = stored && fileRemark(spoken.views.texts, stored);
        return {
          headers: {
            [nameHeader]: encodeURIComponent(stored?.name ?? ''),
            ...(remark && { [remarkHeader]: encodeURIComponent(remark) }),
          },
        };
      },
      onResponseError(_request, failure) {
        const refusal = refusalOf(failure);
        if (!refusal) return undefined;
        return {
          status_code: statusOf(refusal.code),
          body: JSON.stringify({ code: refusal.code, text: refusalWords(spoken, refusal) }),
        };
      },
    });
    await answer(res, await server.handleWeb(requestOf(req)));
  });

  function refusalOf(failure: Error | { status_code: number }): Refusal | undefined {
    if (failure instanceof Refusal) return failure;
    if ('status_code' in failure) {
      if (failure.status_code === 413) return new Refusal('FILE_TOO_LARGE', { limit: `${limitMb} MB` });
      return undefined;
    }
    world.log.error({ err: failure }, 'An upload failed');
    return new Refusal('INTERNAL');
  }
}

/** The request as the protocol's server reads it. Its own way to answer gives `end` a callback, which the session takes for text. */
function requestOf(req: Request): globalThis.Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value);
  const body = req.method === 'PATCH' || req.method === 'POST' ? (Readable.toWeb(req) as ReadableStream) : undefined;
  const init: RequestInit & { duplex: 'half' } = { method: req.method, headers, body, duplex: 'half' };
  return new globalThis.Request(new URL(req.originalUrl, 'http://upload.invalid'), init);
}

async function answer(res: Response, from: globalThis.Response): Promise<void> {
  res.status(from.status);
  from.headers.forEach((value, name) => res.setHeader(name, value));
  res.end(await from.text());
}
