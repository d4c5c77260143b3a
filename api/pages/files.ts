import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { paths } from '../paths';
import { sendFile } from '../send-file';

/** Attachments and drawn papers, as downloads. */
export function filePages(world: AppWorld): Router {
  return Router().get(paths.file, (req, res) => sendFile(world, req, res));
}
