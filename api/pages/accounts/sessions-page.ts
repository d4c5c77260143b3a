import { Router } from 'express';
import { ownSessions } from '../../../services/queries/people/own-sessions';
import { endSession } from '../../../services/people/end-session';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { formatDateTime } from '../../views/format';
import { frame } from '../frame';
import { deviceWords } from './device-words';

/** Where a person is signed in, with a way to end each; open to everybody for their own. */
export function sessionsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.sessions, async (req, res) => {
      const sessions = await ownSessions(world.dataSource, personOf(req).account, req.sessionID);
      const title = t('accounts:sessions.title');
      const page = await frame(world, req, res, { title });
      res.render('sessions', {
        page,
        title,
        csrfToken: page.csrfToken,
        action: paths.endSession,
        passwordHref: paths.password,
        others: sessions.length > 1,
        sessions: sessions.map((session) => ({
          mark: session.current ? undefined : session.mark,
          agent: deviceWords(world.views.texts, session.agent),
          since: session.since === null ? '' : formatDateTime(new Date(session.since)),
        })),
      });
    })
    .post(paths.endSession, async (req, res) => {
      const body = (req.body ?? {}) as Record<string, unknown>;
      const mark = body['mark'];
      const { account } = personOf(req);
      await endSession(
        world.dataSource,
        account,
        typeof mark === 'string' && mark !== '' ? { mark } : { allBut: req.sessionID },
      );
      req.session.notice = { key: 'accounts:sessions.ended' };
      res.redirect(303, paths.sessions);
    });
}
