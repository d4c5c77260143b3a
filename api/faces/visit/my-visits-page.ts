import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { enterResult } from '../../../domain/visit/acts/enter-result';
import { Refusal } from '../../../domain/refusal';
import { visitsOfOfficer, type OwnVisit } from '../../../services/queries/cases/visits-of-officer';
import type { AppWorld } from '../../app-world';
import { phoneHref } from './phone-row';
import { personOf } from '../../middleware/require-person';
import { actAddress, caseAddress, paths } from '../../paths';
import { frame, mayOpen } from '../../pages/frame';

/** 我的检查: what an officer still has to visit, day by day, in the order of the way there, with numbers that a phone dials. */
export function myVisitsPage(world: AppWorld): Router {
  const { t, marks, formatDate } = world.views.texts;
  return Router().get(paths.myVisits, async (req, res) => {
    const person = personOf(req);
    if (!mayOpen(person, 'myVisits')) throw new Refusal('NOT_ENTITLED');
    const visits = person.inspector ? await visitsOfOfficer(world.dataSource, person.inspector) : [];
    const today = shanghaiDay(world.now());
    const title = t('pages:navigation.myVisits');
    const page = await frame(world, req, res, { title, current: 'myVisits' });
    res.render('my-visits', {
      page,
      title,
      days: [...new Set(visits.map(({ day }) => day))].map((day) => {
        const own = visits.filter((visit) => visit.day === day);
        const caption = t(`pages:myVisits.${standing(day, today)}`, { day: formatDate(day) });
        return {
          id: `day-${day ?? 'open'}`,
          caption,
          count: own.length,
          captionHidden: true,
          stacked: true,
          columns: ['object', 'town', 'address', 'phone', 'team', 'next'].map((key) => ({
            text: t(`pages:myVisits.${key}`),
          })),
          rows: own.map((visit) => ({ cells: cellsOf(visit, today) })),
        };
      }),
      empty: visits.length === 0 && {
        title: t('pages:myVisits.nothing'),
        text: t('pages:myVisits.nothingText'),
        next: { text: t('pages:home.title'), href: paths.home },
      },
    });
  });

  function cellsOf(visit: OwnVisit, today: string) {
    return [
      { text: visit.object, href: caseAddress(visit.id), hint: visit.check },
      { text: visit.town ?? '' },
      { text: visit.address ?? '' },
      { text: visit.phone ?? '', href: phoneHref(visit.phone) },
      { text: visit.team.join(marks.list) },
      visit.day !== null && visit.day <= today
        ? { text: t('pages:myVisits.enter'), href: actAddress(visit.id, enterResult.name) }
        : { text: t('pages:myVisits.later') },
    ];
  }
}

function standing(day: string | null, today: string): 'undated' | 'past' | 'today' | 'ahead' {
  if (day === null) return 'undated';
  if (day === today) return 'today';
  return day < today ? 'past' : 'ahead';
}
