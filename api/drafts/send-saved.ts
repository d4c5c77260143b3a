import type { Request, Response } from 'express';
import type { AppWorld } from '../app-world';

/** Answers a kept draft: the page's script with the time, a person with their form and a word that it is kept. */
export function sendSaved(world: AppWorld, req: Request, res: Response): void {
  if (req.accepts(['html', 'json']) === 'json') return void res.json({ savedAt: world.now().toISOString() });
  req.session.notice = { key: 'drafts:saved' };
  res.redirect(303, req.path);
}
