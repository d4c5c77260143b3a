import { dayNumber } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { draftAnswer } from '../../../domain/consultation/acts/draft-answer';
import { handOn } from '../../../domain/consultation/acts/hand-on';
import { remind } from '../../../domain/consultation/acts/remind';
import { sendAnswer } from '../../../domain/consultation/acts/send-answer';
import { consultationBoard, type BoardRow, type EarlierAnswer } from '../../../domain/consultation/board';
import { consultation } from '../../../domain/consultation/process';
import { silent, type ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { letterWaits } from '../../../services/queries/cases/letter-waits';
import { manyCases } from '../../../services/queries/cases/many-cases';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { dueCell } from '../../pages/due-cell';
import { actAddress, pathTo } from '../../paths';
import { capacityFor } from '../../person';
import type { FactsContext, Link } from '../facts';
import { fileLinks } from '../file-links';
import { changedAnswer } from './changed-answer';

/** What a participant may do with its letter, the nearest to the answer first. */
const ownActs = [sendAnswer, draftAnswer, handOn];

/**
 * What has become of the question to each participant: where the letter is, since when and until when, what was answered now
 * and before; with what the reader may do about it.
 */
export async function consultationTable(context: FactsContext, check: JointCheckState, rounds: ConsultationState[]) {
  const { t, units, world, person } = context;
  const { formatDate, marks } = world.views.texts;
  const waits = await letterWaits(
    world.dataSource,
    rounds.map(({ id }) => id),
  );
  const rows = consultationBoard(check, rounds, waits);
  const said = rows.flatMap(({ answer, earlier }) => [...(answer ? [answer] : []), ...earlier]);
  const attachments = said.flatMap((answer) => answer.attachments);
  const dues = rows.flatMap(({ due }) => (due && 'date' in due ? due.date : []));
  const [links, days, own] = await Promise.all([
    fileLinks(context, attachments),
    daysUntil(world.dataSource, dues, world.now()),
    ownLink(),
  ]);
  const column = attachments.length > 0 ? [{ text: t('pages:case.attachments') }] : [];
  return {
    id: 'answers',
    caption: t('pages:case.answers'),
    captionHidden: true,
    stacked: true,
    columns: [
      { text: t('pages:check.department') },
      { text: t('pages:check.answer') },
      { text: t('pages:board.way') },
      { text: t('pages:board.waited') },
      { text: t('pages:round.due'), kind: 'date' as const },
      { text: t('pages:check.reasons') },
      ...column,
      { text: t('pages:board.acts') },
    ],
    rows: rows.map((row) => ({
      cells: [
        { text: units[row.department] ?? row.department },
        answerCell(row),
        { lines: wayOf(row) },
        { text: waitedFor(row) },
        isOpen(row) && row.due
          ? dueCell(
              world,
              'date' in row.due ? row.due.date : null,
              'pendingYear' in row.due ? row.due.pendingYear : null,
              days,
            )
          : { text: '' },
        answeredCell(row),
        ...column.map(() => ({
          links: links([...(row.answer?.attachments ?? []), ...row.earlier.flatMap((answer) => answer.attachments)]),
        })),
        { links: actsOn(row) },
      ],
    })),
  };

  function answerCell({ place, round, answer }: BoardRow) {
    const name = t('pages:board.round', { round });
    if (answer)
      return {
        tag: {
          text: t(`cases:verdicts.${answer.verdict}`),
          status: answer.verdict === 'object' && answer.ended ? 'superseded' : answer.verdict,
        },
        hint: name,
      };
    if (place === 'left') return { tag: { text: t('pages:board.left'), status: 'closed' } };
    const text = t(`pages:board.pending.${place === 'toBeAsked' || place === 'unanswered' ? place : 'asked'}`, {
      round,
    });
    return { tag: { text, status: place === 'unanswered' ? 'expired' : 'awaiting' } };
  }

  function wayOf({ place, sentAt, handedOnAt, withLeaderSince, answer }: BoardRow): string[] {
    const on = (key: string, at: string | undefined) =>
      at === undefined ? [] : [t(`pages:board.${key}`, { day: formatDate(at) })];
    return [
      ...on('sentOn', sentAt),
      ...on('handedOn', handedOnAt),
      ...(place === 'sent' ? [t('pages:board.toHandOn')] : []),
      ...(place === 'drafting' ? [t('pages:board.drafting')] : []),
      ...on('withLeader', withLeaderSince),
      ...on('answeredOn', answer?.at),
    ];
  }

  /** Days that passed since the letter went out, for who has not answered. */
  function waitedFor(row: BoardRow): string {
    if (!isOpen(row) || row.sentAt === undefined) return '';
    const count = dayNumber(shanghaiDay(world.now())) - dayNumber(shanghaiDay(row.sentAt));
    return t('pages:board.days', { count });
  }

  function notesOf({ reasons, deemed, ended }: EarlierAnswer): string[] {
    return [reasons, deemed ? t('pages:check.deemed') : undefined, ended && t(`pages:check.ended.${ended.how}`)].filter(
      (note) => note !== undefined,
    );
  }

  /** Reasons that are other than before stand among the changes, new beside old. */
  function answeredCell(row: BoardRow) {
    const changes = changedAnswer(world.views.texts, row, links);
    const toldAnew = changes.some(({ is }) => is !== '' && is === row.answer?.reasons);
    const lines = row.answer ? notesOf(toldAnew ? { ...row.answer, reasons: undefined } : row.answer) : [];
    return { changes, lines, ...earlierOf(row) };
  }

  function earlierOf({ earlier }: BoardRow) {
    if (earlier.length === 0) return {};
    const lines = earlier.map((answer) =>
      [
        t('pages:board.earlierLine', {
          round: answer.round,
          verdict: t(`cases:verdicts.${answer.verdict}`),
          day: formatDate(answer.at),
        }),
        ...notesOf(answer),
      ].join(marks.semicolon),
    );
    return { more: { summary: t('pages:board.earlier', { count: earlier.length }), text: lines.join('\n') } };
  }

  function actsOn(row: BoardRow): Link[] {
    const round = rounds.find(({ id }) => id === row.letter);
    if (!round || !isOpen(row)) return [];
    const reminds =
      !capacityFor(person, consultation, remind, round).obstacle && silent(round).includes(row.department);
    return [
      ...(row.department === person.department && own ? [own] : []),
      ...(reminds
        ? [
            {
              text: t('pages:board.remind'),
              visuallyHiddenText: units[row.department] ?? row.department,
              href: `${actAddress(round.id, remind.name)}?department=${row.department}`,
            },
          ]
        : []),
    ];
  }

  /** What the reader's own unit has to do; where several letters wait for a leader, the list of all of them. */
  async function ownLink(): Promise<Link | undefined> {
    const round = rounds.findLast(
      ({ stage, letters }) => stage === 'open' && Object.hasOwn(letters, person.department),
    );
    const act = round && ownActs.find((one) => !capacityFor(person, consultation, one, round).obstacle);
    if (!act) return undefined;
    const many =
      act === sendAnswer
        ? await manyCases(world.dataSource, person, { act: sendAnswer.name, kind: consultation.kind }, {})
        : undefined;
    return many && many.total > 1
      ? {
          text: t('pages:board.sendMany', { count: many.total }),
          href: pathTo('manyActs', { act: sendAnswer.name }),
        }
      : { text: t(`acts:${act.name}.button`), href: actAddress(round.id, act.name) };
  }
}

const isOpen = ({ place }: BoardRow): boolean => place === 'sent' || place === 'drafting' || place === 'withLeader';
