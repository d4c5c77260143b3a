import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { paragraph } from '../../../domain/fields';
import { Refusal } from '../../../domain/refusal';
import { showMessage, type ShownMessage } from '../../../services/queries/exchange/show-message';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { caseAddress, paths, pathTo } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { fact } from '../registers/fact';
import { openPage } from '../registers/open-page';
import { refusalWords } from '../refusal-words';
import { openedIn, readConflict } from '../../conflicts/conflict-answer';
import { readForm } from '../../forms/read-form';
import { submissionOf } from '../../forms/submission-of';
import { messageActor, messageForms, type Filled } from './message-forms';
import { showMessageConflict } from './message-conflict';
import { messageActs, MessageSides, messageSide } from './message-sides';
import { fieldName, fieldWords, problemWords } from './message-words';
import { wakeQueue } from './wake-queue';

const Body = z.object({
  version: z.coerce.number().int().min(1),
  reason: paragraph(1000).optional().catch(undefined),
  fields: z.record(z.string().max(60), paragraph(4000, 0)).optional(),
});

/** One message to an outside platform with its attempts, and what a person decides about a parked one. */
export function messagePages(world: AppWorld): Router {
  const { texts } = world.views;
  const { t, formatDateTime } = texts;
  return Router()
    .get(paths.connectorMessage, async (req, res) => {
      await show(req, res, await find(req));
    })
    .post(paths.connectorAct, async (req, res) => {
      const shown = await find(req);
      const act = messageActs.find((name) => name === req.params['act']);
      if (!act) throw new Refusal('ACT_UNKNOWN', { act: String(req.params['act']) });
      const actor = messageActor(openPage(req, 'connectors'), shown);
      if (!actor) throw new Refusal('NOT_ENTITLED', { act: `exchange.${act}` });
      const sent = (req.body ?? {}) as Record<string, unknown>;
      const answer = readConflict(MessageSides, sent);
      const body = answer ? { ...answer.input, submissionId: sent['submissionId'] } : sent;
      if (answer && answer.missing.length > 0)
        return showMessageConflict(world, req, res, shown, { ...answer, act, submission: submissionOf(sent) });
      const filled: Filled = { act, body, submission: submissionOf(body) };
      if (answer?.inForm) return show(req, res, shown, { filled });
      try {
        const parsed = Body.safeParse(body);
        if (!parsed.success) throw new Refusal('INVALID_INPUT');
        const { version, reason, fields = {} } = parsed.data;
        if (act !== 'retry' && !reason) throw new Refusal('REASON_NEEDED', { field: `${act}-reason` });
        const command = { messageId: shown.message.id, version, submission: filled.submission, actor, at: world.now() };
        if (act === 'retry') await world.messages.retry(command);
        else if (act === 'giveUp') await world.messages.giveUp({ ...command, reason: reason ?? '' });
        else await world.messages.correct({ ...command, reason: reason ?? '', fields });
      } catch (failure) {
        if (!(failure instanceof Refusal)) throw failure;
        if (failure.code === 'STALE_VERSION') {
          const base = openedIn(MessageSides, sent) ?? {};
          const now = await find(req);
          const sides = { base, mine: readForm(MessageSides, body), theirs: messageSide(now, act) };
          return showMessageConflict(world, req, res, now, {
            act,
            sides,
            refusal: failure,
            submission: randomUUID(),
          });
        }
        return show(req, res, shown, { filled, refusal: failure });
      }
      await wakeQueue(world, shown.message.platform);
      req.session.notice = { key: 'pages:case.done', values: { act: t(`acts:exchange.${act}.name`) } };
      res.redirect(303, pathTo('connectorMessage', { id: shown.message.id }));
    });

  /** A refusal about fields names them as the page does. */
  function withNames(refusal: Refusal): Refusal {
    const details = refusal.details as { fields?: unknown };
    if (!Array.isArray(details.fields)) return refusal;
    const fields = details.fields.map((field) => fieldName(texts, String(field)));
    return new Refusal(refusal.code, { ...refusal.details, fields } as never);
  }

  async function find(req: Request): Promise<ShownMessage> {
    const shown = await showMessage(world.dataSource, openPage(req, 'connectors'), String(req.params['id']));
    if (!shown) throw new Refusal('MESSAGE_UNKNOWN');
    return shown;
  }

  async function show(
    req: Request,
    res: Response,
    shown: ShownMessage,
    failed?: { filled: Filled; refusal?: Refusal },
  ) {
    const { message, attempts, hindrance, line } = shown;
    const title = t('connectors:messageTitle', { number: message.number });
    const units = await unitNames(world.dataSource);
    const page = await frame(world, req, res, {
      title,
      current: 'connectors',
      hasErrors: failed?.refusal !== undefined,
      breadcrumbs: [{ text: t('pages:navigation.connectors'), href: paths.connectors }, { text: title }],
    });
    const hindered =
      hindrance && message.state === 'parked' && problemWords(texts, hindrance.code, hindrance.fields.join(', '));
    res.status(failed?.refusal ? statusOf(failed.refusal.code) : 200).render('register-row', {
      page,
      title,
      note: hindered,
      errorList: failed?.refusal && [
        {
          text: refusalWords(world, withNames(failed.refusal)),
          href: failed.refusal.code === 'REASON_NEEDED' ? `#${failed.filled.act}-reason` : '#main-content',
        },
      ],
      rows: [
        fact(t('connectors:platform'), t(`cases:platforms.${message.platform}`)),
        {
          key: { text: t('connectors:state') },
          value: { tag: { text: t(`connectors:states.${message.state}`), status: message.state } },
        },
        fact(t('connectors:department'), units[message.department] ?? message.department),
        fact(t('connectors:key'), message.key),
        fact(t('connectors:operation'), message.operation && t(`connectors:operations.${message.operation}`)),
        fact(t('connectors:recordId'), message.recordId),
        fact(t('connectors:attempts'), String(message.attempts)),
        fact(t('connectors:lastError'), problemWords(texts, message.lastErrorCode, message.lastError)),
        fact(t('connectors:perhapsTaken'), message.perhapsTaken ? t('connectors:perhapsTakenWords') : null),
        fact(t('connectors:nextAttemptAt'), message.state === 'queued' ? formatDateTime(message.nextAttemptAt) : null),
        fact(t('connectors:createdAt'), formatDateTime(message.createdAt)),
        fact(t('connectors:sentAt'), formatDateTime(message.sentAt)),
        fact(
          t('connectors:receipt'),
          message.receipt &&
            `${message.receipt.receiptNo ?? t('connectors:noReceiptNo')}${message.receipt.alreadyReceived ? t('connectors:alreadyReceived') : ''}`,
        ),
      ],
      links: message.payload ? [{ text: t('connectors:toCase'), href: caseAddress(message.subjectId) }] : [],
      tables: [...recordTable(), attemptsTable(), ...lineTable()],
      forms: messageForms(world, openPage(req, 'connectors'), shown, page.csrfToken, randomUUID, failed?.filled),
    });

    function recordTable() {
      if (!message.payload) return [];
      const rows = Object.entries(message.payload.record).map(([field, value]) => ({
        cells: [{ text: fieldName(texts, field) }, { text: fieldWords(texts, field, value) }],
      }));
      return [
        {
          id: 'record',
          caption: t('connectors:recordCaption'),
          captionHidden: true,
          stacked: true,
          columns: [{ text: t('connectors:field') }, { text: t('connectors:value') }],
          rows,
          empty: { title: t('connectors:noRecord') },
        },
      ];
    }

    /** What else goes to the platform about the same result, in the order in which it goes. */
    function lineTable() {
      if (line.length < 2) return [];
      return [
        {
          id: 'line',
          caption: t('connectors:lineCaption'),
          stacked: true,
          columns: ['number', 'operation', 'state', 'createdAt'].map((key) => ({ text: t(`connectors:${key}`) })),
          rows: line.map((other) => ({
            cells: [
              {
                text: t('connectors:numberValue', { number: other.number }),
                href: other.id === message.id ? undefined : pathTo('connectorMessage', { id: other.id }),
              },
              { text: t(`connectors:operations.${other.operation}`) },
              { tag: { text: t(`connectors:states.${other.state}`), status: other.state } },
              { text: formatDateTime(other.createdAt) },
            ],
          })),
          empty: { title: t('connectors:noRecord') },
        },
      ];
    }

    function attemptsTable() {
      return {
        id: 'attempts',
        caption: t('connectors:attemptsCaption'),
        captionHidden: true,
        stacked: true,
        columns: ['attempt', 'at', 'outcome', 'code', 'detail', 'answer', 'duration'].map((key) => ({
          text: t(`connectors:${key}`),
          kind: key === 'duration' ? 'number' : undefined,
        })),
        rows: attempts.map((attempt) => ({
          cells: [
            { text: t('connectors:attemptValue', { number: attempt.number }) },
            { text: formatDateTime(attempt.at) },
            { tag: { text: t(`connectors:outcomes.${attempt.outcome}`), status: attempt.outcome } },
            { text: attempt.code ?? '—' },
            {
              text:
                attempt.outcome === 'sent'
                  ? (attempt.detail ?? '—')
                  : problemWords(texts, attempt.code, attempt.detail) || '—',
            },
            { text: attempt.answer ?? '—' },
            { text: t('connectors:milliseconds', { count: attempt.durationMs }) },
          ],
        })),
        empty: { title: t('connectors:noAttempts') },
      };
    }
  }
}
