import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ActOutcome } from '../../../engine/perform-act';
import { noteOpening } from '../../../services/openings/note-opening';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import type { FactsContext } from '../../faces/facts';
import { personOf } from '../../middleware/require-person';
import { paths } from '../../paths';
import { checkRows } from './check-rows';
import { findRows, manyActOf, type FoundRow, type ManyAct } from './find-many';
import { outcomeWords } from './outcome-words';
import { performRows } from './perform-rows';
import { freshRow, nothingSent, readMany, type SentMany } from './read-many';
import { showMany } from './show-many';

/** How many cases one page offers, so that a person waits seconds for the answer and not minutes. */
const mostAtOnce = 50;
const Query = z.object({ within: z.string().max(60).optional().catch(undefined) });

/** One act on many cases: rows that open in place, a tick for each, an entry and an outcome of its own for each. */
export function manyActsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .get(paths.manyActs, async (req, res) => {
      const { context, found, within } = await asked(req);
      const { rows, total } = await findRows(context, found, { within });
      const shown = rows.slice(0, mostAtOnce);
      await showMany(world, req, res, { context, found, within, rows: shown, all: rows, total, sent: nothingSent() });
    })
    .post(paths.manyActs, async (req, res) => {
      const { context, found, within } = await asked(req);
      const sent = readMany((req.body ?? {}) as Record<string, unknown>, found.act, found.many);
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
      const outcomes = await performRows(world, context.person, toDo);
      await showOutcomes(req, res, { context, found, within, rows: before.rows, sent }, outcomes);
    });

  /** What was done, and of the others why not: only they are left in the form. */
  async function showOutcomes(
    req: Request,
    res: Response,
    { context, found, within, rows, sent }: Omit<Parameters<typeof showMany>[3], 'all' | 'total'>,
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
    const left = numbers.length > 0 ? (await findRows(context, found, { numbers }, sent)).rows : [];
    for (const { one, version } of left) {
      const row = sent.rows.get(one.number);
      if (row && row.version !== version) Object.assign(row, { version, ticked: false, opened: false });
    }
    const waiting = await findRows(context, found, { within });
    const rest = waiting.rows.filter(({ one }) => !outcomes.has(one.number)).length;
    await showMany(
      world,
      req,
      res,
      { context, found, within, rows: left, all: left, total: left.length, sent, errors, outcome: { done, rest } },
      errors.size > 0 ? 409 : 200,
    );
  }

  async function asked(req: Request): Promise<{ context: FactsContext; found: ManyAct; within?: string }> {
    const found = manyActOf(String(req.params['act']));
    const units = await unitNames(world.dataSource);
    return { context: { world, person: personOf(req), units, t }, found, within: Query.parse(req.query).within };
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
    sent.rows.set(number, { ...freshRow(version), ...sent.rows.get(number), version, opened: true });
    await noteOpening(
      world.dataSource,
      { account: person.account, caseId: one.id, act: act.name, version },
      world.now(),
    );
  }

  function tickAll(rows: readonly FoundRow[], sent: SentMany): void {
    for (const { one, line, openedAt, obstacle } of rows) {
      const row = sent.rows.get(one.number);
      if (row && !row.back && !obstacle && (!line.readFirst || openedAt)) row.ticked = true;
    }
  }
}
