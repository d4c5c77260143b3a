import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import { changeOwnMail } from '../../../services/people/change-own-mail';
import { confirmOwnMail } from '../../../services/people/confirm-own-mail';
import { endSession } from '../../../services/people/end-session';
import { ownMail } from '../../../services/queries/mail/own-mail';
import { ownSessions } from '../../../services/queries/people/own-sessions';
import type { AppWorld } from '../../app-world';
import { submissionOf } from '../../forms/submission-of';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { actorOf } from '../../person';
import { frame } from '../frame';
import { deviceWords } from './device-words';
import { ownMailForm } from './own-mail-form';

const Address = z.email().max(200);

/** Where a person is signed in, with a way to end each, and where their mails go; open to everybody for their own. */
export function sessionsPage(world: AppWorld): Router {
  const { t, formatDateTime } = world.views.texts;
  return Router()
    .get(paths.sessions, (req, res) => show(req, res))
    .post(paths.ownMail, async (req, res) => {
      if (!world.config.mailUrl) throw new Refusal('NOT_FOUND');
      const person = personOf(req);
      const [capacity] = person.capacities;
      if (!capacity) throw new Refusal('NOT_ENTITLED');
      const body = (req.body ?? {}) as Record<string, unknown>;
      const change = { actor: actorOf(person, capacity), at: world.now(), submission: submissionOf(body) };
      if (typeof body['code'] === 'string') return confirm(req, res, body['code']);
      const stops = body['stop'] !== undefined;
      const typed = typeof body['address'] === 'string' ? body['address'].trim() : '';
      const address = Address.safeParse(typed);
      const digest = body['digest'] !== undefined;
      if (!stops && !address.success) return show(req, res, { address: typed, digest });
      const wish = stops || !address.success ? undefined : { address: address.data, digest };
      await changeOwnMail(world.dataSource, { ...change, wish });
      req.session.notice = { key: wish ? 'accounts:mail.toConfirm' : 'accounts:mail.stopped' };
      res.redirect(303, paths.sessions);
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

  /** The address gets mails once its owner has the number that was sent there. */
  async function confirm(req: Request, res: Response, typed: string): Promise<void> {
    const { account } = personOf(req);
    const code = typed.normalize('NFKC').replace(/\D/g, '');
    if (!(await confirmOwnMail(world.dataSource, { account, code, at: world.now() })))
      return show(req, res, undefined, true);
    req.session.notice = { key: 'accounts:mail.confirmed' };
    res.redirect(303, paths.sessions);
  }

  /** @param wrong what was typed as an address and is none */
  async function show(
    req: Request,
    res: Response,
    wrong?: { address: string; digest: boolean },
    wrongCode = false,
  ): Promise<void> {
    const { account } = personOf(req);
    const sessions = await ownSessions(world.dataSource, account, req.sessionID);
    const title = t('accounts:sessions.title');
    const page = await frame(world, req, res, { title, hasErrors: wrong !== undefined || wrongCode });
    const error = wrong && t('accounts:mail.wrong');
    const mail = await ownMail(world.dataSource, account);
    const codeError = wrongCode ? t('accounts:mail.codeWrong') : undefined;
    res.status(wrong || wrongCode ? 422 : 200).render('sessions', {
      page,
      title,
      errorList: error
        ? [{ text: error, href: '#mail-address' }]
        : codeError && [{ text: codeError, href: '#mail-code' }],
      mail: ownMailForm(world, { mail, wrong, error, codeError, csrfToken: page.csrfToken }),
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
  }
}
