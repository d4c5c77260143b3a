import { Router } from 'express';
import { z } from 'zod';
import type { Act } from '../../../domain/act';
import { kindOf, processes } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { caseAttachments } from '../../../services/queries/cases/case-attachments';
import { caseDocuments, type CaseDocument } from '../../../services/queries/cases/case-documents';
import { caseParts } from '../../../services/queries/cases/case-parts';
import { showCase, type CaseView } from '../../../services/queries/cases/show-case';
import { waitingInParts, type PartWaiting } from '../../../services/queries/cases/waiting-in-parts';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { timeline, type TimelineEntry } from '../../../services/queries/cases/timeline';
import { draftsOf } from '../../../services/queries/people/find-drafts';
import { unitNames } from '../../../services/queries/people/unit-names';
import { daysUntil } from '../../../services/queries/registers/days-until';
import { formatNumber } from '../../views/format';
import { neighbours, stretchFields, withPart } from '../list-parts';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { personOf } from '../../middleware/require-person';
import { addressOf, placeOf } from '../../drafts/draft-place';
import { capacityFor, readsHistories, type Person } from '../../person';
import { caseAddress, pathTo, paths } from '../../paths';
import { formatDateTime } from '../../views/format';
import { frame } from '../frame';
import { nameOfDay } from '../name-of-day';
import { unitOfEntry } from '../unit-of-entry';
import { taskName } from '../task-name';
import { papersFor } from '../../papers';

/** Acts that are told on one page of a case. */
const actsOnPage = 100;

/** A case: where it stands, whom it waits for, what this person may do, the facts, the papers, the timeline. */
export function casePage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.case, async (req, res) => {
    const person = personOf(req);
    const id = `${req.params['kind']}/${req.params['number']}`;
    const view = await showCase(world.dataSource, person, id);
    if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });

    const units = await unitNames(world.dataSource);
    const face = faces[view.kind];
    const inParts = face.goesOn === 'inParts' ? await waitingInParts(world.dataSource, person, id) : [];
    const parties = waitingParties(view.waiting, inParts);
    const [facts, entries, documents, parts, days, attachments, drafts] = await Promise.all([
      face.facts({ world, person, units, t }, view),
      stretchOf<TimelineEntry & Placed>(world.dataSource, timeline(person, id), {
        ...z.object(stretchFields).parse(req.query),
        size: actsOnPage,
      }),
      caseDocuments(world.dataSource, person, id),
      caseParts(world.dataSource, person, id),
      daysUntil(
        world.dataSource,
        parties.flatMap((party) => party.due ?? []),
        world.now(),
      ),
      caseAttachments(world.dataSource, person, id),
      draftsOf(world.dataSource, person.account, world.now()),
    ]);
    const title = titleOf(world, view, facts.name);
    const page = await frame(world, req, res, { title, current: 'cases', breadcrumbs: breadcrumbs(world, view) });
    res.render('case', {
      page,
      title,
      number: view.number,
      stage: { text: t(`cases:stages.${view.kind}.${view.stage}`), status: view.stage },
      stageSince: view.stageSince,
      stages: stageLine(world, view),
      quiet: view.closed ? 'finished' : face.goesOn === 'inParts' ? 'inParts' : 'nobody',
      parties: parties.map((party) => ({
        unit: units[party.department] ?? party.department,
        role: t(`cases:capacities.${party.capacity}`),
        what: taskName(world.views.texts, party),
        where: party.part && {
          text: t(`pages:case.waitsIn.${party.part.kind}`, { count: party.part.parts }),
          href: partAddress(view, party.part),
        },
        since: party.since,
        due: party.due,
        days: party.due ? days[party.due] : undefined,
        pendingYear: party.pendingYear,
      })),
      acts: actButtons(world, person, view),
      facts,
      documents: documents.map((document) => ({
        name: `${t(`cases:documents.${document.kind}`)}${document.department ? `（${units[document.department] ?? document.department}）` : ''}`,
        // What is not whole is read where it says what is missing, and why.
        href:
          document.fileId && document.missing === 0 && document.state === 'ready'
            ? pathTo('file', { id: document.fileId })
            : pathTo('document', { key: document.key }),
        size: document.size ?? undefined,
        at: document.createdAt,
        note: documentNote(world, document),
      })),
      attachments: attachments.map((file) => ({
        name: file.name,
        href: pathTo('file', { id: file.id }),
        size: file.size,
        at: file.at,
        kind: t('pages:case.attachedTo', {
          unit: units[file.department] ?? file.department,
          act: t(`acts:${file.act}.name`),
        }),
      })),
      drafts: ownDrafts(world, id, drafts),
      parts: parts.map((part) => ({
        text: `${t(`cases:kinds.${part.kind}`)} ${part.number}`,
        href: caseAddress(part.id),
        stage: { text: t(`cases:stages.${part.kind}.${part.stage}`), status: part.stage },
        about: [nameOfDay({ t }, part.object, part.objectNow), faces[part.kind].hint({ t, units }, part)]
          .filter(Boolean)
          .join('\u3000'),
      })),
      prints: await printButtons(world, person, view),
      csrfToken: page.csrfToken,
      timelinePart: withPart(world, t('pages:case.acts', { total: formatNumber(entries.total) }), entries),
      timelinePages: neighbours(entries, (at) => pathTo('case', { ...req.params, ...at })),
      timeline: entries.rows.map((entry) => timelineItem(world, units, entry)),
      historyHref: readsHistories(person) ? caseAddress(id, 'caseHistory') : undefined,
    });
  });
}

type WaitingParty = CaseView['waiting'][number] & { part?: PartWaiting };

/** Whom the case itself waits for, and whom its parts do; whose term ends first comes first. */
function waitingParties(own: WaitingParty[], inParts: PartWaiting[]): WaitingParty[] {
  const never = '9999';
  return [...own, ...inParts.map((part) => ({ ...part, part }))].sort((one, other) =>
    (one.due ?? never) < (other.due ?? never) ? -1 : (one.due ?? never) > (other.due ?? never) ? 1 : 0,
  );
}

/** Parts that are looked through apart are found in their list, each other one on its own page. */
function partAddress(view: CaseView, part: PartWaiting): string {
  return faces[part.kind].listAddress?.(view.number) ?? caseAddress(part.id);
}

/** What this person has begun on this case and not sent. */
function ownDrafts(world: AppWorld, caseId: string, drafts: { form: string; savedAt: Date }[]) {
  const { t } = world.views.texts;
  return drafts.flatMap(({ form, savedAt }) => {
    const place = placeOf(form);
    return place?.caseId === caseId
      ? [
          {
            text: t(`acts:${place.act}.name`),
            href: addressOf(place),
            at: t('drafts:at', { at: formatDateTime(savedAt) }),
          },
        ]
      : [];
  });
}

/** Papers to print by hand: its own, or those of all its parts once there are any. */
async function printButtons(world: AppWorld, person: Person, view: CaseView) {
  const { t } = world.views.texts;
  const batch = await faces[view.kind].prints.batch?.(world, view);
  if (batch === 0) return [];
  const [kind = '', number = ''] = view.id.split('/');
  return papersFor(person, view).map((document) => ({
    action: pathTo('print', { kind, number, document }),
    text: t(batch !== undefined ? 'pages:paper.printAll' : 'pages:paper.print', {
      paper: t(`cases:documents.${document}`),
    }),
  }));
}

/** What a paper on the list is not, yet or any more. */
function documentNote(world: AppWorld, document: CaseDocument): string | undefined {
  const { t } = world.views.texts;
  if (document.state === 'queued') return t('pages:case.queued');
  if (document.state === 'failed') return t('pages:case.failed');
  if (document.missing > 0) return t('pages:case.partly', { missing: document.missing });
  return document.overtakenAt ? t('pages:case.overtaken', { at: formatDateTime(document.overtakenAt) }) : undefined;
}

/** A case of its own is known by its title, what belongs to one by its kind first. */
function titleOf(world: AppWorld, view: CaseView, name?: string): string {
  const kind = world.views.texts.t(`cases:kinds.${view.kind}`);
  if (name) return `${kind}：${name}`;
  if (view.title === view.number) return `${kind} ${view.number}`;
  return view.parent ? `${kind}：${view.title}` : view.title;
}

function breadcrumbs(world: AppWorld, view: CaseView) {
  const { t } = world.views.texts;
  const above = view.parent
    ? [
        {
          text: `${t(`cases:kinds.${kindOf(view.parent)}`)} ${view.parent.split('/')[1]}`,
          href: caseAddress(view.parent),
        },
      ]
    : [];
  return [
    { text: t('pages:cases.title'), href: pathTo('cases', { kind: view.kind }) },
    ...above,
    { text: view.number },
  ];
}

function stageLine(world: AppWorld, view: CaseView) {
  const { t } = world.views.texts;
  const { line } = processes[view.kind];
  const at = line.indexOf(view.stage);
  const shown = at < 0 ? [...line.slice(0, 1), view.stage] : line;
  return shown.map((stage, index) => {
    const text = t(`cases:stages.${view.kind}.${stage}`);
    if (stage === view.stage)
      return { text, state: at < 0 && view.closed ? 'stopped' : view.closed ? 'done' : 'current' };
    return { text, state: index < (at < 0 ? shown.length : at) ? 'done' : 'upcoming' };
  });
}

/** Buttons for what this person may do now; acts of their capacity that a rule stands against are explained. */
function actButtons(world: AppWorld, person: Person, view: CaseView) {
  const { t } = world.views.texts;
  const process = processes[view.kind];
  const judged = process.acts
    .filter((act) => !act.byClock && !act.opens)
    .map((act) => ({ act, obstacle: capacityFor(person, process, act, view.state).obstacle }));
  const open = judged.filter(({ obstacle }) => !obstacle).map(({ act }) => button(act));
  const awaited = view.waiting.map((party) => party.act);
  const main = open.find((candidate) => awaited.includes(candidate.name)) ?? undefined;
  const explained = judged.filter(
    ({ obstacle }) =>
      obstacle &&
      !['NOT_ENTITLED', 'WRONG_STAGE', 'CASE_CLOSED', 'NOT_ASSIGNED', 'ENTERED_BY_OTHER'].includes(obstacle),
  );
  return {
    main,
    others: open.filter((candidate) => candidate !== main),
    refused: explained.map(({ act, obstacle }) => ({
      act: t(`acts:${act.name}.button`),
      why: `${t(`problems:${obstacle}.what`)}，${t(`problems:${obstacle}.next`)}`,
    })),
  };

  function button(act: Act) {
    const [kind = '', number = ''] = view.id.split('/');
    return {
      name: act.name,
      text: t(`acts:${act.name}.button`),
      href: pathTo('caseAct', { kind, number, act: act.name }),
    };
  }
}

function timelineItem(world: AppWorld, units: Record<string, string>, entry: TimelineEntry) {
  const { t } = world.views.texts;
  return {
    title: t(`acts:${entry.act}.done`),
    unit: unitOfEntry(world, units, entry),
    capacity: t(`cases:capacities.${entry.capacity}`),
    actor: entry.name ?? undefined,
    at: entry.at,
    reason: entry.reason ?? undefined,
    details: [{ key: t('pages:timeline.leaf'), value: entry.leafHash }],
  };
}
