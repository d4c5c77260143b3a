import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { findAct } from '../../../domain/processes';
import { fileFields } from '../../../domain/file-fields';
import { Refusal } from '../../../domain/refusal';
import type { Obstacle } from '../../../domain/refusals/refusal-list';
import { noteOpening } from '../../../services/openings/note-opening';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { openedIn, readConflict, type ConflictAnswer } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import type { Turn } from '../../faces/face';
import { draftCommand } from '../../drafts/draft-command';
import { FormDraft, type Started } from '../../drafts/form-drafts';
import { sendSaved } from '../../drafts/send-saved';
import { editRows, rowCommand } from '../../forms/edit-rows';
import type { FormIssue } from '../../forms/form-errors';
import { readForm } from '../../forms/read-form';
import { leadBack } from '../../middleware/form-protection';
import { personOf } from '../../middleware/require-person';
import { performFor } from '../../perform-for';
import { capacityFor } from '../../person';
import { toldRefusal } from '../../told-refusal';
import { caseAddress, pathTo, paths } from '../../paths';
import { writeDraftRef } from '../../../domain/draft-ref';
import { versionSeen } from '../../../domain/replaces';
import { unitNames } from '../../../services/queries/people/unit-names';
import { valueRows } from '../../forms/value-words';
import { statusOf } from '../../problems';
import { firstWords } from '../first-words';
import { frame } from '../frame';
import { submissionOf } from '../../forms/submission-of';
import { mendedWords, noteMended, type MendedName } from '../../forms/mended-names';
import { afterAct } from './after-act';
import { actFiles, keepFiles, type KeptFiles } from './act-files';
import { choicesFor, showActForm, type FormState, type ShownAct } from './act-form';
import { showActConflict } from './act-conflict';
import { orRefusal } from './or-refusal';

type Body = Record<string, unknown>;

/** Refusals after which the form may never be sent again. */
const losing = new Set<string>(['STALE_VERSION', 'WRONG_STAGE', 'CASE_CLOSED', 'ALREADY_ANSWERED', 'ALREADY_RECORDED']);

/** The form of an act, on a case or opening one, and its post; made from the act, unless the face of its kind has a form of its own. */
export function caseActPages(world: AppWorld): Router {
  const { t } = world.views.texts;

  return Router()
    .get([paths.caseAct, paths.caseNew], async (req, res) => {
      const shown = await find(req);
      const { obstacle } = capacityFor(shown.person, shown.process, shown.act, shown.view?.state);
      const draft = draftOf(req, shown);
      if (obstacle) return showKept(req, res, shown, draft, await toldObstacle(shown, obstacle));
      const now = await present(shown);
      const begun = await begins(shown, req.query);
      const { values, from, others }: Started = begun
        ? await draft.beside({ ...now, ...begun })
        : await draft.over(now, req.query['draft']);
      const submission = randomUUID();
      const refusal = await refusedBefore(req, shown);
      const stale = await overtaken(shown, from?.values, now);
      if (stale && from) {
        const sides = { base: from.opened ?? {}, mine: from.values, theirs: await formNow(shown) };
        return showActConflict(world, req, res, shown, { draft, submission, sides, refusal: stale });
      }
      await show(req, res, shown, draft, { values, savedAt: from?.savedAt, others, submission, refusal });
    })
    .post([paths.caseAct, paths.caseNew], actFiles(world), async (req, res) => {
      const body = (req.body ?? {}) as Body;
      const holds = res.locals['csrfHolds'] as (() => boolean) | undefined;
      if (holds && !holds()) return leadBack(world, req, res);
      const shown = await find(req);
      const draft = draftOf(req, shown);
      const submission = submissionOf(body);
      if (draftCommand(body) === 'discard') {
        await draft.discard();
        const stands = capacityFor(shown.person, shown.process, shown.act, shown.view?.state).obstacle;
        return res.redirect(303, stands && shown.view ? caseAddress(shown.view.id) : req.path);
      }
      const answer = readConflict(shown.act.input, body);
      if (answer && shown.view) return settle(req, res, shown, draft, { answer, body, submission });
      const command = rowCommand(body);
      const own = faces[shown.process.kind].ownForms[shown.act.name];
      const input = own ? own.read(shown.act.input, body) : readForm(shown.act.input, body);
      const { refusals, mended } = await keepAllFiles(req, shown, input);
      if (command) {
        const edited = editRows(readForm(shown.act.input, body, { keepBlankRows: true }), command) as Body;
        // Files that were chosen before the press came with it.
        noteMended(req, mended);
        return show(req, res, shown, draft, { values: { ...edited, ...filesIn(shown, input) }, submission, refusals });
      }
      if (own?.asksAgain(body)) return show(req, res, shown, draft, { values: input, submission, refusals });
      const turn = own?.turns?.(shown.act, body, input);
      if (turn) return turnTo(req, res, shown, draft, { turn, body, input, submission });
      if (draftCommand(body) === 'save') {
        const kept = await orRefusal(draft.keep(body, filesIn(shown, input)));
        if (kept instanceof Refusal) refusals.push(kept);
        else if (refusals.length === 0) return sendSaved(world, req, res, { kept, token: draft.token, mended });
      }
      noteMended(req, mended);
      if (refusals.length > 0) return show(req, res, shown, draft, { values: input, submission, refusals });
      await perform(req, res, shown, draft, { input, body, submission, mended });
    });

  /** Leads to another part of the form; what was typed is kept meanwhile, so that the way back shows it, too. */
  async function turnTo(
    req: Request,
    res: Response,
    shown: ShownAct,
    draft: FormDraft,
    { turn, body, input, submission }: { turn: Turn; body: Body; input: Body; submission: string },
  ) {
    if (turn.issues.length > 0) return show(req, res, shown, draft, { values: input, submission, issues: turn.issues });
    const kept = await orRefusal(draft.keep(body));
    if (kept instanceof Refusal) return show(req, res, shown, draft, { values: input, submission, refusal: kept });
    const query = new URLSearchParams({ draft: kept.opening, ...turn.query });
    res.redirect(303, `${req.path}?${query.toString()}`);
  }

  /** What was chosen between mine and theirs: sent, taken into the form, or asked about where something is open. */
  async function settle(
    req: Request,
    res: Response,
    shown: ShownAct,
    draft: FormDraft,
    { answer, body, submission }: { answer: ConflictAnswer; body: Body; submission: string },
  ) {
    const { sides, refusal, choices, missing, input } = answer;
    if (answer.inForm) return show(req, res, shown, draft, { values: input, submission });
    if (missing.length === 0) return perform(req, res, shown, draft, { input, body, submission, mended: [] });
    await showActConflict(world, req, res, shown, { draft, submission, sides, refusal, choices, missing });
  }

  async function perform(
    req: Request,
    res: Response,
    shown: ShownAct,
    draft: FormDraft,
    { input, body, submission, mended }: { input: Body; body: Body; submission: string; mended: MendedName[] },
  ) {
    const { act, view, person } = shown;
    const outcome = await performFor(world, person, { act: act.name, caseId: view?.id, input, submission });
    if (outcome.kind === 'done') {
      await draft.discard();
      const done = t(`acts:${act.name}.name`);
      const after = await afterAct(world, person, { act: act.name, caseId: outcome.receipt.caseId });
      req.session.notice = mended.length
        ? { key: 'pages:case.doneMended', values: { act: done, names: mendedWords(mended) }, ...after }
        : { key: 'pages:case.done', values: { act: done }, ...after };
      return res.redirect(303, caseAddress(outcome.receipt.caseId));
    }
    if (outcome.kind === 'pending') {
      // Taken, but a rule may still stand against it: until that is known, what was typed is kept.
      const kept = await draft.keep(body, filesIn(shown, input));
      return res.redirect(303, pathTo('actPending', { key: outcome.key, draft: writeDraftRef(kept) }));
    }
    if (outcome.kind === 'unreachable')
      return show(req, res, shown, draft, { values: input, submission, refusal: new Refusal('ENGINE_UNREACHABLE') });
    if (outcome.kind === 'invalid')
      return show(req, res, shown, draft, { values: input, submission, issues: outcome.issues as FormIssue[] });
    if (outcome.kind === 'parked')
      return show(req, res, shown, draft, { values: input, submission, refusal: new Refusal(outcome.code) });
    // Somebody was first: what was typed stays, also when the form takes nothing any more.
    if (losing.has(outcome.code)) await draft.keep(body, filesIn(shown, input));
    const refusal = new Refusal(outcome.code, outcome.details);
    // A refused attempt is over; what is sent after mending is another one, also where its name was used up before.
    const next = randomUUID();
    const again = outcome.code === 'STALE_VERSION' ? await find(req) : undefined;
    if (!again) return show(req, res, shown, draft, { values: input, submission: next, refusal });
    const sides = { base: openedIn(act.input, body) ?? {}, mine: input, theirs: await formNow(again) };
    // Who was first may have ended what the act is about: then the page shows both, and what was typed is kept.
    const { obstacle: closed } = capacityFor(person, again.process, act, again.view?.state);
    await showActConflict(world, req, res, again, { draft, submission: next, sides, refusal, closed });
  }

  /** Keeps what came with the form and puts its ids into the input; says of each file that was not kept why. */
  async function keepAllFiles(req: Request, { act, person }: ShownAct, input: Body): Promise<Omit<KeptFiles, 'ids'>> {
    const [refusals, mended] = [[] as Refusal[], [] as MendedName[]];
    for (const field of fileFields(act.input)) {
      const kept = await keepFiles(world, req, person, field, input[field]);
      input[field] = kept.ids;
      refusals.push(...kept.refusals);
      mended.push(...kept.mended);
    }
    return { refusals, mended };
  }

  async function find(req: Request): Promise<ShownAct> {
    const person = personOf(req);
    const { kind, number, act: name } = req.params as Record<string, string>;
    const found = findAct(name ?? '');
    if (number === undefined) {
      if (!found?.act.opens || found.act.byClock) throw new Refusal('ACT_UNKNOWN', { act: name });
      return { ...found, person };
    }
    const id = `${kind}/${number}`;
    const view = await showCase(world.dataSource, person, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
    if (!found || found.act.byClock || found.act.opens || found.process.kind !== view.kind)
      throw new Refusal('ACT_UNKNOWN', { act: name });
    return { view, ...found, person };
  }

  /** The refusal that an act met after it was taken, told once on the form that it led back to. */
  async function refusedBefore(req: Request, { person, act, view }: ShownAct): Promise<Refusal | undefined> {
    const { refused } = req.session;
    if (refused?.address !== req.path) return undefined;
    delete req.session.refused;
    const { seen } = refused;
    const details = view ? await toldRefusal(world, person, { act, caseId: view.id, seen }, refused) : refused.details;
    return new Refusal(refused.code, details);
  }

  /** What stands against a form that is opened, with who was first where somebody was. */
  async function toldObstacle({ act, view, person }: ShownAct, code: Obstacle): Promise<Refusal> {
    const details = { act: act.name };
    if (!view || code === 'NOT_ENTITLED') return new Refusal(code, details);
    return new Refusal(code, await toldRefusal(world, person, { act, caseId: view.id }, { code, details }));
  }

  async function present({ view, act, person }: ShownAct): Promise<Body> {
    if (!view) return {};
    const values = await faces[view.kind].present(world, view, act, person);
    return act.replaces ? { ...values, version: act.replaces.current(view.state, person) } : values;
  }

  /** What the form would start with now, as it would be read if it were sent so. */
  async function formNow(shown: ShownAct): Promise<Body> {
    const { act, process, person } = shown;
    const values = await present(shown);
    const fit = faces[process.kind].fits[act.name];
    const context = { world, person, units: await unitNames(world.dataSource), t };
    const shownFirst = fit ? fit.values(values, await choicesFor(context, shown, values)) : values;
    return readForm(act.input, shownFirst, { keepBlankRows: true });
  }

  /** What the address of a form asks it to start with. */
  async function begins({ process, act, person, view }: ShownAct, query: Body): Promise<Body | undefined> {
    const face = faces[process.kind];
    const own = face.ownForms[act.name];
    if (!own) return view && face.asked?.(view, act, query);
    return own.begins?.({ world, person, units: await unitNames(world.dataSource), t }, query);
  }

  function draftOf(req: Request, { act, view }: ShownAct): FormDraft {
    return new FormDraft(world, req, act, view?.id);
  }

  /** The form as it is; one about a version carries what stood in it when it was opened. */
  async function show(
    req: Request,
    res: Response,
    shown: ShownAct,
    draft: FormDraft,
    state: Omit<FormState, 'draft' | 'opened'>,
  ): Promise<void> {
    const { act } = shown;
    await noteRead(shown);
    const before = openedIn(act.input, (req.body ?? {}) as Body);
    const opened = act.replaces && packed(before ?? (await formNow(shown)));
    await showActForm(world, req, res, shown, { ...state, draft, opened });
  }

  /** What the act answers for stands beside its form: that this person had it before them is recorded. */
  async function noteRead({ act, view, person }: ShownAct): Promise<void> {
    if (!act.reads || !view) return;
    const version = act.replaces?.current(view.state, person) ?? 0;
    const opened = { account: person.account, caseId: view.id, act: act.name, version };
    await noteOpening(world.dataSource, opened, world.now());
  }

  /** A draft that was typed about an older version than the one that stands: what changed since is said before it is sent. */
  async function overtaken(shown: ShownAct, typed: Body | undefined, now: Body): Promise<Refusal | undefined> {
    const [seen, current] = [versionSeen(typed), versionSeen(now)];
    const { act, view, person } = shown;
    if (!view || seen === undefined || current === undefined || seen >= current) return undefined;
    const stale = { code: 'STALE_VERSION' as const, details: { current } };
    return new Refusal(stale.code, await toldRefusal(world, person, { act, caseId: view.id, seen }, stale));
  }

  /**
   * A form that takes nothing any more still shows its writer what they had typed.
   * @throws Refusal where nothing is kept
   */
  async function showKept(
    req: Request,
    res: Response,
    shown: ShownAct,
    draft: FormDraft,
    refusal: Refusal,
  ): Promise<void> {
    const kept = await draft.kept();
    if (kept.length === 0 || !shown.view || refusal.code === 'NOT_ENTITLED') throw refusal;
    const { act, view, person } = shown;
    const texts = world.views.texts;
    const title = t(`acts:${act.name}.button`);
    const page = await frame(world, req, res, { title, current: 'cases' });
    const context = { world, person, units: await unitNames(world.dataSource), t };
    const choices = await choicesFor(context, shown, kept[0]?.values ?? {});
    res.status(statusOf(refusal.code)).render('draft-kept', {
      page,
      title,
      why: t('drafts:unsendable', {
        why: [t(`problems:${refusal.code}.what`), ...firstWords(texts, refusal)].join(texts.marks.comma),
      }),
      action: req.path,
      csrfToken: page.csrfToken,
      drafts: kept.map((one) => ({
        savedAt: one.savedAt,
        base: writeDraftRef(one),
        rows: valueRows({ act: act.name, schema: act.input, texts, choices }, one.values),
      })),
      back: { href: caseAddress(view.id), text: t('pages:act.cancel') },
    });
  }
}

/** What a draft keeps of the files that came with a form. */
function filesIn({ act }: ShownAct, input: Body): Body {
  return Object.fromEntries(fileFields(act.input).map((field) => [field, input[field]]));
}
