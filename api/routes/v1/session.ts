import { Router } from 'express';
import { z } from 'zod';
import { issueToken, tokenScopes } from '../../../services/people/issue-token';
import { signIn } from '../../../services/people/sign-in';
import type { AppWorld } from '../../app-world';
import { problemHandler } from '../../middleware/problem-json';
import { parsed } from './parsed';

/** What a token is got by. */
export const SignIn = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) });
const tokenHours = 12;

/** Changes a user name and password for a token, with the same lock-out as the sign-in page. */
export function sessionRoutes(world: AppWorld): Router {
  const router = Router();
  router.post('/', async (req, res) => {
    const body = parsed(SignIn, req.body);
    const account = await signIn(world.dataSource, { ...body, at: world.now() });
    const { token } = await issueToken(world.dataSource, {
      account: account.id,
      label: 'session',
      scope: tokenScopes,
      expires: new Date(world.now().getTime() + tokenHours * 3_600_000),
    });
    res.status(201).json({ token, expiresInHours: tokenHours });
  });
  router.use(problemHandler(world));
  return router;
}
