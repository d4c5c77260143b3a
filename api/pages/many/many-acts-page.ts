import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import type { ActOutcome } from '../../../engine/perform-act';
import { noteOpening } from '../../../services/openings/note-opening';
import { unitNames } from '../../../services/queries/people/unit-names';
import { findSeries, unfinishedSeries } from '../../../services/queries/series/find-series';
import { beginSeries } from '../../../services/series/begin-series';
import { endSeriesIfDone, laySeriesAside } from '../../../services/series/end-series';
import { settlePiece } from '../../../services/series/settle-piece';
import type { AppWorld } from '../../app-world';
import type { FactsContext } from '../../faces/facts';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { checkRows } from './check-rows';
import { findRows, manyActOf, type FoundRow, type ManyAct } from './find-many';
import { outcomeWords } from './outcome-words';
import { performRows, type RowToDo } from './perform-rows';
import { freshRow, nothingSent, readMany, type SentMany } from './read-many';
import { refusalOf, saidOf } from './series-rows';
import { isAtWork, seriesFigures } from './series-words';
import { showMany, type ManyShown } from './show-many';
import { showProgress } from './show-progress';
import { standingSeries } from './standing-series';
import { markStale } from './stale-row';

/** How many cases one page offers, so that a person waits seconds for the answer and not minutes. */
const mostAtOnce = 50;
const Query = z.object({
  within: z.string().max(60).optional().catch(undefined),
  series: z.uuid().optional().catch(undefined),
});

interface Asked {
  context: FactsContext;
  found: ManyAct;
  within?: string;
}

/**
 * One act on many cases: rows that open in place, a tick for each, an entry and an outcome of its own for each. What is sent
 * together is known as a series until each of it is done.
 */
export function manyActsPage(world: AppWorld): Router {
  const { texts } = world.views;
  const { t } = texts;
  return Router()
    .get(paths.manyActs, async (req, res) => {
      const { context, found, within, series } = await asked(req);
      if (series) return showSeries(req, res, { context, found, within }, series);
      const [{ rows, total }, unfinished] = await Promise.all([
        findRows(context, found, { within }),
        unfinishedSeries(world.dataSource, context.person, { act: found.act.name, sentBy: world.now() }),
      ]);
      const shown = rows.slice(0, mostAtOnce);
      const sent = nothingSent();
      await showMany(world, req, res, { context, found, within, rows: shown, all: rows, total, sent, unfinished });
    })
    .post(paths.manyActs, async (req, res) => {
      const { context, found, within } = await asked(req);
      const sent = readMany((req.body ?? {}) as Record<string, unknown>, found.act, found.many);
      if (sent.command === 'layAside') return layAside(req, res, context, sent);
      const numbers = [...sent.rows.keys()].slice(0, mostAtOnce);
      const before = await findRows(context, found, { numbers }, sent);
      if (sent.command) {
        if (typeof sent.command === 'object') await open(context, found, before.rows, sent, sent.command.open);
        if (sent.command === 'tickAll') tickAll(before.rows, sent);
        // Found again: what was opened now counts, what is ticked now is marked.
        const { rows } = await findRows(context, found, { numbers }, sent);
        const only = req.get('x-row');
        return showMany(world, req, res, { context, found, within, rows, all: rows, total: rows.length, sent, only });
      }
      const { toDo, errors } = checkRows(world, found, before.rows, sent);
      const view = { context, found, within, rows: before.rows, all: before.rows, total: before.rows.length, sent };
      if (errors.size > 0) return showMany(world, req, res, { ...view, errors }, 422);
      if (toDo.length === 0) return showMany(world, req, res, { ...view, noneChosen: true }, 422);
      const outcomes = await perform({ context, found }, toDo, sent);
      await showOutcomes(req, res, { context, found, within, rows: before.rows, sent }, outcomes);
    });

  /** Does all that was chosen, recorded beforehand and one by one: whoever leaves, or is cut off, finds what is left. */
  async function perform(
    { context: { person }, found }: Asked,
    toDo: readonly RowToDo[],
    sent: SentMany,
  ): Promise<Map<string, ActOutcome>> {
    const pieces = toDo.map(({ caseId, number, submission }) => {
      const row = sent.rows.get(number) ?? freshRow(0);
      return { caseId, submission, said: saidOf(row, sent.shared) };
    });
    const wanted = { id: sent.series, account: person.account, act: found.act.name };
    const series = await beginSeries(world.dataSource, wanted, pieces, world.now());
    sent.series = series;
    const outcomes = await performRows(world, person, toDo, ({ caseId, submission }, outcome) =>
      settlePiece(world.dataSource, { series, caseId, submission }, refusalOf(outcome), world.now()),
    );
    await endSeriesIfDone(world.dataSource, series, world.now());
    return outcomes;
  }

  /** What was done, and of the others why not: only they are left in the form. */
  async function showOutcomes(
    req: Request,
    res: Response,
    { context, found, within, rows, sent }: Asked & { rows: FoundRow[]; sent: SentMany },
    outcomes: Map<string, ActOutcome>,
  ): Promise<void> {
    const errors = new Map<string, string>();
    for (const [number, outcome] of outcomes) {
      if (outcome.kind === 'done') continue;
      errors.set(number, outcomeWords(world, outcome));
      const row = sent.rows.get(number);
      // A refused attempt is over; one of which nothing is known is asked about again under its own name.
      if (row && outcome.kind !== 'pending' && outcome.kind !== 'unreachable') row.submission = randomUUID();
    }
    const isDone = ({ one }: FoundRow) => outcomes.get(one.number)?.kind === 'done';
    const done = rows.filter(isDone).map(({ one }) => ({ one, back: sent.rows.get(one.number)?.back === true }));
    const numbers = [...errors.keys()];
    // Read anew: whoever was told that a case has changed sends the next time about what stands now.
    const left = await foundAnew({ context, found }, numbers, sent);
    const [waiting, series] = await Promise.all([
      findRows(context, found, { within }),
      findSeries(world.dataSource, context.person, sent.series),
    ]);
    const rest = waiting.rows.filter(({ one }) => !outcomes.has(one.number)).length;
    const figures = series && series.chosen > done.length ? seriesFigures(texts, series) : undefined;
    const outcome = { done, rest, figures };
    const view = { context, found, within, rows: left, all: left, total: left.length, sent, errors, outcome };
    await showMany(world, req, res, view, errors.size > 0 ? 409 : 200);
  }

  /** How a series stands: that it is at work, or what is left of it, to be sent once more. */
  async function showSeries(req: Request, res: Response, { context, found, within }: Asked, id: string): Promise<void> {
    const { person } = context;
    const series = await findSeries(world.dataSource, person, id);
    if (series?.act !== found.act.name) throw new Refusal('NOT_FOUND');
    if (isAtWork(series, world.now())) return showProgress(world, req, res, series);
    const { sent, errors, done, numbers } = await standingSeries({ context, found }, series);
    const left = await foundAnew({ context, found }, numbers, sent);
    const outcome = { done, rest: 0, figures: seriesFigures(texts, series) };
    const view: ManyShown = {
      context,
      found,
      within,
      rows: left,
      all: left,
      total: left.length,
      sent,
      errors,
      outcome,
    };
    await showMany(world, req, res, view);
  }

  async function foundAnew({ context, found }: Asked, numbers: string[], sent: SentMany): Promise<FoundRow[]> {
    const { rows } = numbers.length > 0 ? await findRows(context, found, { numbers }, sent) : { rows: [] };
    for (const { one, version } of rows) {
      const row = sent.rows.get(one.number);
      if (row) markStale(row, version);
    }
    return rows;
  }

  async function layAside(req: Request, res: Response, { person }: FactsContext, sent: SentMany): Promise<void> {
    await laySeriesAside(world.dataSource, { id: sent.series, account: person.account }, world.now());
    req.session.notice = { key: 'pages:series.laidAside' };
    res.redirect(303, paths.home);
  }

  async function asked(req: Request): Promise<Asked & { series?: string }> {
    const found = manyActOf(String(req.params['act']));
    const units = await unitNames(world.dataSource);
    return { context: { world, person: personOf(req), units, t }, found, ...Query.parse(req.query) };
  }

  /** Opens a row, and records that this person did: it is shown in the answer to this very request. */
  async function open(
    { person }: FactsContext,
    { act }: ManyAct,
    rows: readonly FoundRow[],
    sent: SentMany,
    number: string,
  ): Promise<void> {
    const row = rows.find(({ one }) => one.number === number);
    if (!row || row.obstacle === 'NOT_ENTITLED') return;
    const { one, version } = row;
    const { kept, ...said } = sent.rows.get(number) ?? freshRow(version);
    // What was said of it before somebody changed it stands in its fields again.
    const again = kept && { ...kept, values: { ...kept.values, ...said.values } };
    sent.rows.set(number, { ...said, ...again, version, opened: true });
    await noteOpening(
      world.dataSource,
      { account: person.account, caseId: one.id, act: act.name, version },
      world.now(),
    );
  }

  function tickAll(rows: readonly FoundRow[], sent: SentMany): void {
    for (const { one, line, openedAt, obstacle } of rows) {
      const row = sent.rows.get(one.number);
      const unread = !openedAt && (line.readFirst || row?.since !== undefined);
      if (row && !row.back && !obstacle && !unread) row.ticked = true;
    }
  }
}
