import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { Act } from '../../../domain/act';
import { OFFICE } from '../../../domain/actor';
import { partNumber } from '../../../domain/numbers';
import { Refusal } from '../../../domain/refusal';
import { amend } from '../../../domain/referral/acts/amend';
import { theDossier } from '../../../domain/referral/replaced';
import { platformOf, referralLetter } from '../../../domain/referral/state';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import { visit } from '../../../domain/visit/process';
import { theResult } from '../../../domain/visit/replaced';
import type { ActOutcome } from '../../../engine/perform-act';
import { referableRecord, referralsOf } from '../../../services/queries/cases/referral-draft';
import { showCase, type CaseOf } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { formErrors, type FormErrors } from '../../forms/form-errors';
import { formModel } from '../../forms/form-model';
import { readForm } from '../../forms/read-form';
import { submissionOf } from '../../forms/submission-of';
import { personOf } from '../../middleware/require-person';
import { frame } from '../../pages/frame';
import { outcomeWords } from '../../pages/many/outcome-words';
import { performFor } from '../../perform-for';
import { caseAddress, pathTo, paths } from '../../paths';
import { capacityFor, type Person } from '../../person';
import { defaultLanguage } from '../../views/language';
import { row } from '../facts';
import { firmPlan, firmTargets, type Target } from './firm-targets';
import { draftedText } from './drafted-text';

type Body = Record<string, unknown>;
const textFields = ['facts', 'legalBasis', 'catalogueCode'] as const;

interface Asked {
  person: Person;
  view: CaseOf<'visit'>;
  units: Record<string, string>;
  targets: Target[];
  /** Against further drafts. */
  obstacle?: ReturnType<typeof capacityFor>['obstacle'];
}

interface State {
  values: Body;
  ticked: ReadonlySet<string>;
  submission: string;
  errors?: FormErrors;
  /** What was done before the rest failed. */
  done?: number;
}

/**
 * Everything that a department sends about one firm, on one page: the text is taken from record and items, written once and
 * given to every addressee that is ticked. Each stays a referral of its own, with acts and submissions of its own.
 */
export function firmReferralsPage(world: AppWorld): Router {
  const { texts } = world.views;
  const { t } = texts;
  return Router()
    .get(paths.firmReferrals, async (req, res) => {
      const asked = await find(req);
      const { targets } = asked;
      const started = targets.find(({ draft }) => draft?.facts)?.draft;
      const values = started
        ? Object.fromEntries(textFields.map((name) => [name, started[name]]))
        : await suggested(asked);
      // What has a text of its own already is not written over unless somebody says so.
      const own = (target: Target) =>
        !target.draft || textFields.some((name) => (target.draft[name] ?? values[name]) !== values[name]);
      const ticked = new Set(targets.filter((target) => !own(target)).map(({ key }) => key));
      await show(req, res, asked, { values, ticked, submission: randomUUID() });
    })
    .post(paths.firmReferrals, async (req, res) => {
      const asked = await find(req);
      const body = (req.body ?? {}) as Body;
      const ticked = new Set([body['to'] ?? []].flat().filter((key): key is string => typeof key === 'string'));
      const values = readForm(amend.input, body) as Body;
      const submission = submissionOf(body);
      const state = { values, ticked, submission };
      const errors = errorsIn(values, ticked, asked);
      if (errors) return show(req, res, asked, { ...state, errors }, 422);
      const { done, failed } = await perform(asked, body, state);
      if (failed.size === 0) {
        req.session.notice = { key: 'pages:firmReferrals.done', values: { count: String(done) } };
        return res.redirect(303, caseAddress(asked.view.id));
      }
      // Read anew: what has been done is a draft now, and only the rest stays ticked.
      const again = await find(req);
      const errorList = [...failed].map(([key, why]) => ({
        text: t('pages:many.notDone', { objects: nameOf(asked, key), why }),
        href: '#to',
      }));
      await show(
        req,
        res,
        again,
        {
          values,
          ticked: stillToDo(again.targets, failed),
          submission: randomUUID(),
          errors: { errorList, messages: {} },
          done,
        },
        409,
      );
    });

  async function find(req: Request): Promise<Asked> {
    const person = personOf(req);
    const id = `${visit.kind}/${String(req.params['number'])}`;
    const view = await showCase(world.dataSource, person, id);
    if (view?.kind !== 'visit') throw new Refusal('CASE_UNKNOWN', { case: id });
    const { obstacle } = capacityFor(person, visit, draftReferral as Act, view.state);
    if (obstacle === 'NOT_ENTITLED') throw new Refusal('NOT_ENTITLED', { act: draftReferral.name });
    const [units, existing] = await Promise.all([
      unitNames(world.dataSource),
      referralsOf(world.dataSource, id, person.department),
    ]);
    const others = Object.keys(units).filter((code) => code !== OFFICE && code !== person.department);
    const targets = firmTargets(existing, others).filter(({ draft }) => draft || !obstacle);
    return { person, view, units, targets, obstacle };
  }

  async function suggested({ person, view }: Asked): Promise<Body> {
    const record = await referableRecord(world.dataSource, view.id, person.department);
    return record ? draftedText(texts.in(defaultLanguage), record) : {};
  }

  function errorsIn(values: Body, ticked: ReadonlySet<string>, { targets }: Asked): FormErrors | undefined {
    const [first] = targets;
    if (!first || !targets.some(({ key }) => ticked.has(key)))
      return { errorList: [{ text: t('pages:firmReferrals.noneTicked'), href: '#to' }], messages: {} };
    const said = Object.fromEntries(textFields.map((name) => [name, values[name]]));
    const { error } = amend.input.safeParse({ ...said, version: 0 });
    return error && formErrors(error.issues, { schema: amend.input, act: amend.name, texts, values: said });
  }

  /** Drafts what is not there yet, one after another because each is a turn of the result, and gives every draft the text. */
  async function perform(
    { person, view, targets }: Asked,
    body: Body,
    { values, ticked, submission }: Pick<State, 'values' | 'ticked' | 'submission'>,
  ): Promise<{ done: number; failed: Map<string, string> }> {
    const { amend: drafts, make } = firmPlan(targets, ticked);
    const failed = new Map<string, string>();
    const version = Number(body['version'] ?? 0);
    const serial = Number(body['serial'] ?? 0);
    const toWrite = drafts.map(({ key, number, addressee }) => ({
      key,
      number,
      addressee,
      seen: seenOf(body, number),
    }));
    for (const [index, { key, kind, addressee }] of make.entries()) {
      const outcome = await performFor(world, person, {
        act: draftReferral.name,
        caseId: view.id,
        input: { kind, version: version + index },
        submission: `${submission}-new-${index + 1}`,
      });
      if (outcome.kind !== 'done') {
        // The serials of the others rest on this one.
        for (const other of make.slice(index)) failed.set(other.key, wordsOf(outcome));
        break;
      }
      const number = partNumber(`${view.number}-${person.department}`, referralLetter, serial + index + 1);
      toWrite.push({ key, number, addressee, seen: 0 });
    }
    await Promise.all(
      toWrite.map(async ({ key, number, addressee, seen }) => {
        const draft = targets.find((target) => target.key === key)?.draft;
        const outcome = await performFor(world, person, {
          act: amend.name,
          caseId: `referral/${number}`,
          input: {
            ...Object.fromEntries(
              textFields.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
            ),
            ...(addressee && { addressee }),
            attachments: draft?.attachments ?? [],
            version: seen,
          },
          submission: `${submission}-${number}`,
        });
        if (outcome.kind !== 'done') failed.set(key, wordsOf(outcome));
      }),
    );
    return { done: drafts.length + make.length - failed.size, failed };
  }

  function wordsOf(outcome: ActOutcome): string {
    return outcomeWords(world, outcome);
  }

  async function show(req: Request, res: Response, asked: Asked, state: State, status = 200): Promise<void> {
    const { view, person, targets, obstacle } = asked;
    const record = await referableRecord(world.dataSource, view.id, person.department);
    const result = view.state.results[person.department];
    const title = t('pages:firmReferrals.title');
    const page = await frame(world, req, res, {
      title,
      current: 'cases',
      hasErrors: state.errors !== undefined,
      breadcrumbs: [{ text: view.object ?? view.number, href: caseAddress(view.id) }, { text: title }],
    });
    const fields = formModel({
      schema: amend.input,
      act: amend.name,
      texts,
      values: state.values,
      messages: state.errors?.messages,
      without: Object.keys(amend.input.shape).filter((name) => !(textFields as readonly string[]).includes(name)),
    });
    res.status(status).render('firm-referrals', {
      page,
      title,
      csrfToken: page.csrfToken,
      action: pathTo('firmReferrals', { number: view.number }),
      errorList: state.errors?.errorList,
      doneText: state.done ? t('pages:firmReferrals.doneBefore', { count: state.done }) : undefined,
      rows: [
        ...row(t('pages:visit.object'), view.object),
        ...row(t('pages:visit.result'), result?.code && t(`cases:codes.${result.code}`)),
        ...row(
          t('pages:firmReferrals.found'),
          [
            ...(record?.problems ?? []).map(({ item, problem }) =>
              t('pages:many.notDone', { objects: item, why: problem }),
            ),
            record?.otherProblem,
          ].filter((line): line is string => Boolean(line)),
        ),
        ...row(t('pages:firmReferrals.noFurther'), obstacle && t(`problems:${obstacle}.what`)),
      ],
      submission: state.submission,
      hidden: [
        { name: 'version', value: theResult.current(view.state, person) },
        { name: 'serial', value: result?.referrals ?? 0 },
        ...targets.flatMap(({ draft }) =>
          draft ? [{ name: `seen[${draft.number}]`, value: theDossier.current(draft, person) }] : [],
        ),
      ],
      fields,
      drafts: choices(targets.filter(({ draft }) => draft)),
      further: choices(targets.filter(({ draft, kind }) => !draft && kind !== 'crossNotice')),
      notices: choices(targets.filter(({ draft, kind }) => !draft && kind === 'crossNotice')),
      submitText: t('pages:firmReferrals.submit'),
      cancel: { text: t('pages:act.cancel'), href: caseAddress(view.id) },
    });

    function choices(some: readonly Target[]) {
      return some.map(({ key, draft }) => ({
        key,
        text: nameOf(asked, key),
        hint: draft?.facts ? t('pages:firmReferrals.hasText', { number: draft.number }) : draft?.number,
        checked: state.ticked.has(key),
      }));
    }
  }

  function nameOf({ targets, units }: Asked, key: string): string {
    const target = targets.find((one) => one.key === key);
    if (!target) return key;
    const { kind, addressee } = target;
    const platform = platformOf[kind];
    if (platform) return t(`cases:referralKinds.${kind}`);
    if (kind !== 'crossNotice') return t(`cases:referralKinds.${kind}`);
    return addressee
      ? t('pages:firmReferrals.noticeTo', { unit: units[addressee] ?? addressee })
      : t('pages:firmReferrals.noticeToTicked');
  }
}

/** Which version of a draft the form was about. */
function seenOf(body: Body, number: string): number {
  const seen = body['seen'];
  return typeof seen === 'object' && seen !== null ? Number((seen as Body)[number] ?? 0) : 0;
}

/** What failed; a draft that came to be all the same, and has no text yet, stands for the one that was to be made. */
function stillToDo(targets: readonly Target[], failed: ReadonlyMap<string, string>): Set<string> {
  const keys = new Set(targets.map(({ key }) => key));
  const made = [...failed.keys()].some((key) => !keys.has(key))
    ? targets.filter(({ draft }) => draft && !draft.facts).map(({ key }) => key)
    : [];
  return new Set([...failed.keys(), ...made]);
}
