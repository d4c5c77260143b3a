import type { Request, Response } from 'express';
import type { Capacity } from '../../domain/actor';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { readsCases } from '../../domain/permissions/reader';
import type { Remarks } from '../../domain/text/given-remarks';
import { workCount } from '../../services/queries/cases/work-list';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import type { Person } from '../person';
import { pathTo, paths, type PathName } from '../paths';

interface Entry {
  name: PathName;
  key: string;
  phone?: boolean;
  for: readonly Capacity[] | 'all';
}

const business: readonly Capacity[] = [
  'officeHandler',
  'officeDirector',
  'departmentHandler',
  'departmentLeader',
  'departmentLiaison',
  'inspector',
  'supervisor',
];

/** The left navigation, with those whom each entry serves; the same list decides who may open the page. */
export const navigation: readonly Entry[] = [
  { name: 'home', key: 'home', phone: true, for: 'all' },
  {
    name: 'dashboard',
    key: 'dashboard',
    for: ['officeHandler', 'officeDirector', 'departmentLeader', 'supervisor'],
  },
  { name: 'myVisits', key: 'myVisits', phone: true, for: ['inspector'] },
  { name: 'cases', key: 'cases', phone: true, for: business },
  {
    name: 'publicationQueue',
    key: 'publicationQueue',
    for: ['departmentHandler', 'departmentLeader', 'supervisor', 'officeHandler', 'officeDirector'],
  },
  { name: 'objects', key: 'objects', for: business },
  { name: 'inspectors', key: 'inspectors', for: business },
  {
    name: 'connectors',
    key: 'connectors',
    for: [
      'officeHandler',
      'officeDirector',
      'departmentHandler',
      'departmentLeader',
      'supervisor',
      'systemAdministrator',
    ],
  },
  { name: 'supervision', key: 'supervision', for: ['supervisor', 'auditAdministrator'] },
  { name: 'items', key: 'items', for: 'all' },
  { name: 'departments', key: 'departments', for: [...business, 'systemAdministrator'] },
  { name: 'accounts', key: 'accounts', for: ['securityAdministrator'] },
  { name: 'faults', key: 'faults', phone: true, for: ['systemAdministrator'] },
  { name: 'settings', key: 'settings', for: ['systemAdministrator'] },
  { name: 'publicHome', key: 'publicHome', for: 'all' },
];

/** Who may search: whoever reads cases and registers, and who keeps the accounts. It stands in the head, not among the entries. */
const search: Entry = { name: 'search', key: 'search', for: [...business, 'securityAdministrator'] };

/** Whether an entry of the navigation is for this person. */
export function mayOpen(person: Person, name: PathName): boolean {
  const entry = [...navigation, search].find((candidate) => candidate.name === name);
  return (
    entry !== undefined &&
    (entry.for === 'all' || person.capacities.some((capacity) => (entry.for as readonly Capacity[]).includes(capacity)))
  );
}

export interface FrameOptions {
  title: string;
  current?: PathName;
  breadcrumbs?: { text: string; href?: string }[];
  hasErrors?: boolean;
  refreshSeconds?: number;
}

/** The part of a back-office page that is the same on all: who, where, what waits, what was just done. */
export async function frame(world: AppWorld, req: Request, res: Response, options: FrameOptions) {
  const { t, marks } = world.views.texts;
  const { person } = req;
  const notice = req.session?.notice;
  const remarks = notice && req.session.remarks;
  if (notice) delete req.session.notice;
  if (remarks) delete req.session.remarks;
  const [units, waits] = await Promise.all([unitNames(world.dataSource), waitsOf(world, person)]);
  return {
    /** How many cases wait for this person. */
    waits,
    title: options.title,
    demonstration: world.config.demonstration,
    hasErrors: options.hasErrors,
    refreshSeconds: options.refreshSeconds,
    breadcrumbs: options.breadcrumbs,
    csrfToken: (res.locals['csrf'] as (() => string) | undefined)?.(),
    flash: notice && {
      title: t(notice.key, notice.values ?? {}),
      text: [notice.text, remarks && remarkWords(world, remarks)].filter(Boolean).join('') || undefined,
      next: notice.next,
    },
    person: person && {
      name: person.name,
      unit: units[person.department] ?? person.department,
      capacity: { text: person.capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list) },
      accountHref: paths.sessions,
      signOutAction: paths.signOut,
    },
    printed: person && { who: `${units[person.department] ?? ''} ${person.name}`.trim(), at: world.now() },
    search: person && mayOpen(person, 'search') && { action: paths.search },
    navigation: person
      ? navigation
          .filter((entry) => mayOpen(person, entry.name))
          .map((entry) => ({
            text: t(`pages:navigation.${entry.key}`),
            href: pathTo(entry.name),
            current: entry.name === options.current,
            phone: entry.phone,
            count: entry.name === 'home' && waits > 0 ? waits : undefined,
          }))
      : [],
    session: person && {
      expiresInSeconds: world.config.sessionIdleMinutes * 60,
      expiresInMinutes: world.config.sessionIdleMinutes,
      warnBeforeSeconds: 120,
      extendUrl: paths.extendSession,
      expiredUrl: pathTo('signIn', { returnTo: req.method === 'GET' ? req.originalUrl : req.path, why: 'expired' }),
    },
  };
}

async function waitsOf({ dataSource, now }: AppWorld, person: Person | undefined): Promise<number> {
  return person && readsCases(person) ? workCount(dataSource, person, shanghaiDay(now())) : 0;
}

function remarkWords({ views }: AppWorld, { marks, unknown }: Remarks): string {
  const { t } = views.texts;
  return [
    ...(marks.length > 0 ? [t('form:remarks.marks', { marks })] : []),
    ...(unknown.length > 0 ? [t('form:remarks.unknown', { characters: unknown })] : []),
  ].join('');
}
