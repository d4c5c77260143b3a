import { Router } from 'express';
import { processes } from '../../../domain/processes';
import { caseParts } from '../../../services/queries/cases/case-parts';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { draftsOf } from '../../../services/queries/people/find-drafts';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { addressOf, placeOf } from '../../drafts/draft-place';
import { faces } from '../../faces';
import { caseAddress, paths } from '../../paths';
import { nameOfDay } from '../name-of-day';
import { caseHead } from './case-head';
import { caseOf } from './case-of';
import { waitingParties } from './waiting-parties';

/** A case: where it stands, whom it waits for, what this person may do, and the facts. */
export function casePage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.case, async (req, res) => {
    const { person, view } = await caseOf(world, req);
    const face = faces[view.kind];
    const units = await unitNames(world.dataSource);
    const [{ page, title, head }, facts, parties, parts, drafts] = await Promise.all([
      caseHead(world, req, res, { person, view, tab: 'overview' }),
      face.facts({ world, person, units, t }, view),
      waitingParties(world, person, view, (res.locals['csrf'] as (() => string) | undefined)?.()),
      caseParts(world.dataSource, person, view.id),
      draftsOf(world.dataSource, person.account, world.now()),
    ]);
    res.render('case', {
      page,
      title,
      head,
      stages: stageLine(world, view),
      quiet: view.closed ? 'finished' : face.goesOn === 'inParts' ? 'inParts' : 'nobody',
      parties,
      holdersAside: parties.filter(({ aside }) => aside).length,
      facts,
      drafts: ownDrafts(world, view.id, drafts),
      parts: parts.map((part) => ({
        text: `${t(`cases:kinds.${part.kind}`)} ${part.number}`,
        href: caseAddress(part.id),
        stage: { text: t(`cases:stages.${part.kind}.${part.stage}`), status: part.stage },
        about: [nameOfDay({ t }, part.object, part.objectNow), faces[part.kind].hint({ t, units }, part)]
          .filter(Boolean)
          .join('\u3000'),
      })),
    });
  });
}

/** What this person has begun on this case and not sent. */
function ownDrafts(world: AppWorld, caseId: string, drafts: { form: string; savedAt: Date }[]) {
  const { t, formatDateTime } = world.views.texts;
  return drafts.flatMap(({ form, savedAt }) => {
    const place = placeOf(form);
    if (place?.caseId !== caseId) return [];
    const at = t('drafts:at', { at: formatDateTime(savedAt) });
    return [{ text: t(`acts:${place.act}.name`), href: addressOf(place), at }];
  });
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
