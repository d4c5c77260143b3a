import { Router } from 'express';
import { z } from 'zod';
import { line } from '../../../domain/fields';
import { Refusal } from '../../../domain/refusal';
import { endToken } from '../../../services/people/end-token';
import { issueToken } from '../../../services/people/issue-token';
import { ownTokens } from '../../../services/queries/people/own-tokens';
import type { AppWorld } from '../../app-world';
import { needsScope } from '../../middleware/bearer-token';
import { personOf } from '../../middleware/require-person';
import { parsed } from './parsed';

/** A token for a department's system. One that never ends is nobody's to look after. */
export const NewToken = z.object({
  label: line(60, 2),
  scope: z
    .array(z.enum(['read', 'act']))
    .min(1)
    .max(2),
  days: z.int().min(1).max(366),
});
const Id = z.uuid();
const dayMs = 86_400_000;

/** Tokens that systems work with: their person issues, lists and ends them; a system's token issues no others. */
export function tokenRoutes(world: AppWorld): Router {
  return Router()
    .get('/tokens', needsScope('tokens'), async (req, res) =>
      res.json(await ownTokens(world.dataSource, personOf(req).account)),
    )
    .post('/tokens', needsScope('tokens'), async (req, res) => {
      const { label, scope, days } = parsed(NewToken, req.body);
      const expires = new Date(world.now().getTime() + days * dayMs);
      const issued = await issueToken(world.dataSource, { account: personOf(req).account, label, scope, expires });
      res.status(201).json(issued);
    })
    .post('/tokens/:id/end', needsScope('tokens'), async (req, res) => {
      const id = Id.safeParse(req.params['id']);
      if (!id.success) throw new Refusal('NOT_FOUND');
      await endToken(world.dataSource, { id: id.data, account: personOf(req).account, at: world.now() });
      res.status(204).end();
    });
}
