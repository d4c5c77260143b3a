import { Router, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { changePassword } from '../../services/people/change-own-password';
import { signIn } from '../../services/people/sign-in';
import { personById } from '../../services/queries/people/find-person';
import type { AppWorld } from '../app-world';
import { paths } from '../paths';
import { statusOf } from '../problems';
import { frame } from './frame';
import { refusalWords } from './refusal-words';
import { startOf } from './start-page';

/** Signing in and out, and the forced change of the first password. */
export function signInPages(world: AppWorld, limited: RequestHandler): Router {
  const { t } = world.views.texts;
  const router = Router();
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '');

  router.get(paths.signIn, async (req, res) => {
    if (req.person) return res.redirect(303, startOf(req.person));
    const page = await frame(world, req, res, { title: t('pages:signIn.title') });
    const { why } = req.query;
    const note = why === 'kept' || why === 'expired' ? t(`drafts:signIn.${why}`) : undefined;
    res.render('sign-in', {
      layout: 'bare',
      page,
      note,
      returnTo: text(req.query['returnTo']),
      csrfToken: page.csrfToken,
      demonstration: world.config.demonstration,
    });
  });

  router.post(paths.signIn, limited, async (req, res) => {
    const body = (req.body ?? {}) as Record<string, unknown>;
    try {
      const account = await signIn(world.dataSource, {
        username: text(body['username']),
        password: text(body['password']),
        at: world.now(),
      });
      const agent = text(req.get('user-agent'));
      // A new session for a new person: nothing of an earlier one is carried over.
      await new Promise<void>((resolve, reject) =>
        req.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve())),
      );
      Object.assign(req.session, { account: account.id, since: world.now().getTime(), agent });
      const returnTo = text(body['returnTo']);
      const asked = /^\/(?!\/)[^\\]*$/.test(returnTo) && returnTo !== paths.home;
      const person = asked ? undefined : await personById(world.dataSource, account.id);
      res.redirect(303, person ? startOf(person) : returnTo || paths.home);
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const page = await frame(world, req, res, { title: t('pages:signIn.title'), hasErrors: true });
      const password = text(body['password']);
      // What was typed, and nothing of what would fit: it is said of an unknown user, too.
      const odd = failure.code === 'SIGN_IN_FAILED' && password !== password.normalize('NFKC').trim();
      const message = [refusalWords(world, failure), ...(odd ? [t('pages:signIn.oddPassword')] : [])].join(
        world.views.texts.marks.stop,
      );
      res.status(statusOf(failure.code)).render('sign-in', {
        layout: 'bare',
        page,
        returnTo: text(body['returnTo']),
        csrfToken: page.csrfToken,
        username: text(body['username']),
        errors: [{ text: message, href: '#username' }],
        demonstration: world.config.demonstration,
      });
    }
  });

  router.post(paths.signOut, (req, res, next) => {
    req.session.destroy((error: unknown) => (error ? next(error) : res.redirect(303, paths.signIn)));
  });

  router.post(paths.extendSession, (req, res) => {
    if (!req.person) throw new Refusal('NOT_SIGNED_IN');
    res.json({ expiresInSeconds: world.config.sessionIdleMinutes * 60 });
  });

  router.get(paths.password, async (req, res) => {
    if (!req.person) throw new Refusal('NOT_SIGNED_IN');
    const page = await frame(world, req, res, { title: t('pages:password.title') });
    res.render('password', { layout: 'bare', page, csrfToken: page.csrfToken, forced: req.person.mustChangePassword });
  });

  router.post(paths.password, async (req, res) => {
    if (!req.person) throw new Refusal('NOT_SIGNED_IN');
    const body = (req.body ?? {}) as Record<string, unknown>;
    try {
      await changePassword(world.dataSource, {
        account: req.person.account,
        current: text(body['current']),
        next: text(body['next']),
        at: world.now(),
      });
      req.session.notice = { key: 'pages:password.done' };
      res.redirect(303, startOf(req.person));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const page = await frame(world, req, res, { title: t('pages:password.title'), hasErrors: true });
      const errors = [
        { text: refusalWords(world, failure), href: failure.code === 'PASSWORD_WRONG' ? '#current' : '#next' },
      ];
      res.status(statusOf(failure.code)).render('password', {
        layout: 'bare',
        page,
        csrfToken: page.csrfToken,
        forced: req.person.mustChangePassword,
        errors,
      });
    }
  });
  return router;
}
