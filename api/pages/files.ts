import { Router } from 'express';
import { Refusal } from '../../domain/refusal';
import { readFile } from '../../services/queries/cases/read-file';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { paths } from '../paths';

/** Files are served as downloads, never shown inside our own pages. */
export function filePages(world: AppWorld): Router {
  return Router().get(paths.file, async (req, res) => {
    const file = await readFile(world.dataSource, personOf(req), String(req.params['id']));
    if (!file) throw new Refusal('NOT_FOUND');
    res.setHeader('Content-Type', file.mime);
    res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    res.setHeader('Cache-Control', 'private, no-store');
    res.send(file.content);
  });
}
