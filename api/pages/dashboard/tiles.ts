import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { publicationQueue, type QueueLine } from '../../../services/queries/cases/publication-queue';
import { figuresOfUnits, type UnitFigures } from '../../../services/queries/cases/wait-figures';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { mayOpen } from '../frame';
import { ownUnit } from './whose';

export interface Tile {
  text: string;
  count: number;
  href: string;
  /** Something is wrong while it is not zero. */
  alarming: boolean;
}

/** 逾期 · 今天到期 · 待公示 · 退回, each with the list that has so many rows; nothing for those who have no dashboard. */
export async function dashboardTiles(
  world: AppWorld,
  person: Person,
): Promise<{ tiles: Tile[]; units: UnitFigures[] } | undefined> {
  if (!mayOpen(person, 'dashboard')) return undefined;
  const { t } = world.views.texts;
  const department = ownUnit(person);
  const [units, queue] = await Promise.all([
    figuresOfUnits(world.dataSource, person, { today: shanghaiDay(world.now()), department }),
    stretchOf<QueueLine & Placed>(world.dataSource, publicationQueue(person), { size: 1 }),
  ]);
  const sum = (key: 'overdue' | 'today' | 'returned') => units.reduce((total, unit) => total + unit[key], 0);
  const ofWaits = (standing: 'overdue' | 'today' | 'returned'): Tile => ({
    text: t(`dashboard:tiles.${standing}`),
    count: sum(standing),
    href: pathTo('waits', { standing, department }),
    alarming: standing === 'overdue',
  });
  const toPublish = {
    text: t('dashboard:tiles.toPublish'),
    count: queue.total,
    // Whoever acts on some of them starts on those; the figure is of all.
    href: pathTo('publicationQueue', { show: 'all' }),
    alarming: false,
  };
  return { tiles: [ofWaits('overdue'), ofWaits('today'), toPublish, ofWaits('returned')], units };
}
