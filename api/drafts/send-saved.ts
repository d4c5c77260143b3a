import type { Request, Response } from 'express';
import { writeDraftRef, type DraftRef } from '../../domain/draft-ref';
import type { AppWorld } from '../app-world';
import { mendedWords, type MendedName } from '../forms/mended-names';

/**
 * Answers a kept draft: the page's script with the time and what its next save goes on from, a person with their form and
 * a word that it is kept.
 */
export function sendSaved(
  world: AppWorld,
  req: Request,
  res: Response,
  { kept, token, mended }: { kept: DraftRef; token: string; mended: readonly MendedName[] },
): void {
  if (req.accepts(['html', 'json']) === 'json')
    return void res.json({ savedAt: world.now().toISOString(), base: writeDraftRef(kept), token });
  req.session.notice = mended.length
    ? { key: 'drafts:savedMended', values: { names: mendedWords(mended) } }
    : { key: 'drafts:saved' };
  res.redirect(303, `${req.path}?draft=${kept.opening}`);
}
