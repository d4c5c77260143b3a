import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { showItem } from '../../../services/queries/registers/list-items';
import { registerHistory } from '../../../services/queries/registers/register-history';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { fact } from './fact';
import { historyItems } from './history-items';
import { openPage } from './open-page';
import { registerChanges } from './register-changes';
import { rowWords } from './row-words';
import { mayChange } from './register-actor';

/** One check item: what its newest version says, and every version before it. */
export function itemPage(world: AppWorld): Router {
  const { t, marks, formatDate } = world.views.texts;
  return Router().get(paths.item, async (req, res) => {
    const person = openPage(req, 'items');
    const item = await showItem(world.dataSource, String(req.params['code']));
    const newest = item?.versions[0];
    if (!item || !newest) throw new Refusal('NOT_FOUND');
    const today = shanghaiDay(world.now());
    const [units, history] = await Promise.all([
      unitNames(world.dataSource),
      registerHistory(world.dataSource, 'item', item.code),
    ]);
    const words = rowWords(world, units);
    const changesTo = (version: number) =>
      history.filter((line) => line.version === version).flatMap((line) => registerChanges(words, line));
    const row = (column: string, value: string | null) => fact(t(`registers:columns.${column}`), value);
    const yesNo = (value: boolean) => t(value ? 'registers:yes' : 'registers:no');
    const page = await frame(world, req, res, {
      title: newest.name,
      current: 'items',
      breadcrumbs: [{ text: t('pages:navigation.items'), href: paths.items }, { text: item.code }],
    });
    res.render('register-row', {
      page,
      title: newest.name,
      note: item.active
        ? newest.effectiveFrom > today
          ? t(newest.version === 1 ? 'registers:item.aheadNew' : 'registers:item.ahead', {
              day: formatDate(newest.effectiveFrom),
            })
          : undefined
        : t('registers:item.abolishedNote'),
      acts:
        item.active && mayChange(person, 'item.change', [item.department])
          ? [{ text: t('registers:item.edit.title'), href: pathTo('itemEdit', { code: item.code }) }]
          : [],
      rows: [
        fact(t('registers:item.code'), item.code),
        row('department', units[item.department] ?? item.department),
        row('category', newest.category),
        row('content', newest.content),
        row('object_type', newest.objectType),
        row('item_class', newest.itemClass && t(`registers:values.item_class.${newest.itemClass}`)),
        row('method', newest.method),
        row('ratio_frequency', newest.ratioFrequency),
        row('basis', newest.basis),
        row('catalogue_code', newest.catalogueCode),
        row('random_applies', yesNo(newest.randomApplies)),
        row('joint_applies', yesNo(newest.jointApplies)),
        row('qualifications', newest.qualifications.join(marks.list)),
        row('materials', newest.materials),
        row('note', newest.note),
      ],
      tables: [
        {
          id: 'versions',
          caption: t('registers:item.versions'),
          captionHidden: true,
          stacked: true,
          columns: [
            t('registers:item.version'),
            t('registers:columns.effective_from'),
            t('registers:columns.cause'),
            t('registers:item.name'),
            t('pages:visit.changes'),
          ].map((text) => ({ text })),
          rows: item.versions.map((version) => ({
            cells: [
              { text: t('registers:item.versionValue', { version: version.version }) },
              { text: formatDate(version.effectiveFrom) },
              { text: t(`registers:values.cause.${version.cause}`) },
              { text: version.name },
              { changes: changesTo(version.version) },
            ],
          })),
        },
      ],
      history: historyItems(world, history, units),
    });
  });
}
