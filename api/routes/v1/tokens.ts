import { Router } from 'express';
import { z } from 'zod';
import { endOfToken, NewToken } from '../../../domain/registers/new-token';
import { Refusal } from '../../../domain/refusal';
import { endToken } from '../../../services/people/end-token';
import { issueToken } from '../../../services/people/issue-token';
import { ownTokens } from '../../../services/queries/people/own-tokens';
import type { AppWorld } from '../../app-world';
import { needsScope } from '../../middleware/bearer-token';
import { personOf } from '../../middleware/require-person';
import { parsed } from './parsed';

const Id = z.uuid();

/** Tokens that systems work with: their person issues, lists and ends them; a system's token issues no others. */
export function tokenRoutes(world: AppWorld): Router {
  return Router()
    .get('/tokens', needsScope('tokens'), async (req, res) =>
      res.json(await ownTokens(world.dataSource, personOf(req).account)),
    )
    .post('/tokens', needsScope('tokens'), async (req, res) => {
      const { label, scope, days } = parsed(NewToken, req.body);
      const expires = endOfToken(world.now(), { days });
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
