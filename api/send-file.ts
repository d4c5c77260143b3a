import type { Request, Response } from 'express';
import { Refusal } from '../domain/refusal';
import { readFile } from '../services/queries/cases/read-file';
import type { AppWorld } from './app-world';
import { personOf } from './middleware/require-person';

/**
 * Sends the file `:id` as a download, never to be shown inside our own pages.
 * @throws Refusal NOT_FOUND for whoever may not have it
 */
export async function sendFile(world: AppWorld, req: Request, res: Response): Promise<void> {
  const file = await readFile(world.dataSource, personOf(req), String(req.params['id']));
  if (!file) throw new Refusal('NOT_FOUND');
  res.setHeader('Content-Type', file.mime);
  res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  res.setHeader('Cache-Control', 'private, no-store');
  res.send(file.content);
}
