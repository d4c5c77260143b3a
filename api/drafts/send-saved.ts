import type { Request, Response } from 'express';
import { writeDraftRef, type DraftRef } from '../../domain/draft-ref';
import type { AppWorld } from '../app-world';

/**
 * Answers a kept draft: the page's script with the time and what its next save goes on from, a person with their form and
 * a word that it is kept.
 */
export function sendSaved(
  world: AppWorld,
  req: Request,
  res: Response,
  { kept, token }: { kept: DraftRef; token: string },
): void {
  if (req.accepts(['html', 'json']) === 'json')
    return void res.json({ savedAt: world.now().toISOString(), base: writeDraftRef(kept), token });
  req.session.notice = { key: 'drafts:saved' };
  res.redirect(303, `${req.path}?draft=${kept.opening}`);
}
