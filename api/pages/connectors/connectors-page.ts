import { Router } from 'express';
import { z } from 'zod';
import { outboxStates } from '../../../domain/exchange/outbox-state';
import { exchangePlatforms } from '../../../domain/exchange/platform';
import {
  listMessages,
  messageColumnsToSort,
  type ListedMessage,
} from '../../../services/queries/exchange/list-messages';
import { countQueues } from '../../../services/queries/exchange/queue-counts';
import { stretchOf } from '../../../services/queries/ordered-list';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { openPage } from '../registers/open-page';
import { fieldWords, problemWords } from './message-words';
import { filterSelect } from '../filter-select';
import { listFilter } from '../list-filter';
import { askedSort, sortField, sortLink } from '../sorting';
import { totalRow } from '../total-row';

const pageSize = 50;
const Query = z.object({
  platform: z.string().max(40).optional().catch(undefined),
  state: z.enum(outboxStates).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** 外部平台: each platform's queue in numbers, and its messages, those that wait for a person one click away. */
export function connectorsPage(world: AppWorld): Router {
  const { t, marks, formatDateTime, formatNumber } = world.views.texts;
  return Router().get(paths.connectors, async (req, res) => {
    const person = openPage(req, 'connectors');
    const { after, before, state, platform, sort } = Query.parse(req.query);
    const known = exchangePlatforms.find((candidate) => candidate.key === platform)?.key;
    const asked = { state, platform: known, sort: askedSort(sort, messageColumnsToSort) };
    const query = { platform: known, state, sort };
    const [counts, found, units] = await Promise.all([
      countQueues(world.dataSource, person),
      stretchOf<ListedMessage>(world.dataSource, listMessages(person, asked), { after, before, size: pageSize }),
      unitNames(world.dataSource),
    ]);
    const title = t('pages:navigation.connectors');
    const page = await frame(world, req, res, { title, current: 'connectors' });
    res.render('register-list', {
      page,
      title,
      before: [
        {
          id: 'queues',
          caption: t('connectors:queues'),
          captionHidden: true,
          stacked: true,
          columns: [
            { text: t('connectors:platform') },
            ...outboxStates.map((key) => ({ text: t(`connectors:states.${key}`), kind: 'number' })),
            { text: t('connectors:oldestWaiting') },
          ],
          rows: counts.map((queue) => ({
            cells: [
              {
                text: t(`cases:platforms.${queue.platform}`),
                href: pathTo('connectors', { platform: queue.platform }),
              },
              ...outboxStates.map((key) => ({
                text: formatNumber(queue.counts[key]),
                href:
                  queue.counts[key] > 0 ? pathTo('connectors', { platform: queue.platform, state: key }) : undefined,
              })),
              { text: formatDateTime(queue.oldestWaiting) || '—' },
            ],
          })),
          totals: totalRow(world.views.texts, counts, [
            ...outboxStates.map((key) => (queue: (typeof counts)[number]) => queue.counts[key]),
            undefined,
          ]),
          empty: { title: t('connectors:empty') },
        },
      ],
      filter: listFilter(world.views.texts, 'connectors', {
        fields: [
          filterSelect(world.views.texts, {
            name: 'platform',
            label: t('connectors:platform'),
            items: exchangePlatforms.map(({ key }) => ({ value: key, text: t(`cases:platforms.${key}`) })),
            chosen: known,
          }),
          filterSelect(world.views.texts, {
            name: 'state',
            label: t('connectors:state'),
            items: outboxStates.map((value) => ({ value, text: t(`connectors:states.${value}`) })),
            chosen: state,
          }),
        ],
        query,
      }),
      total: withPart(world, t('connectors:total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'messages',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: ['number', 'record', 'platform', 'department', 'state', 'attempts', 'lastError', 'createdAt'].map(
          (key) => ({
            text: key === 'record' ? t('connectors:recordShort') : t(`connectors:${key}`),
            kind: key === 'attempts' ? 'number' : key === 'number' ? 'code' : undefined,
            classes: key === 'record' || key === 'lastError' ? 'app-table__words' : undefined,
            sort: messageColumnsToSort.some((column) => column === key)
              ? sortLink(sort, key, (by) => pathTo('connectors', { ...query, sort: by }))
              : undefined,
          }),
        ),
        rows: found.rows.map((message) => ({
          cells: [
            {
              text: t('connectors:numberValue', { number: message.number }),
              href: pathTo('connectorMessage', { id: message.id }),
            },
            {
              text: message.about?.object ?? t('connectors:unsaid'),
              hint: [
                t(`connectors:operations.${message.operation}`),
                message.about?.finding &&
                  fieldWords(world.views.texts, message.about.finding.field, message.about.finding.value),
              ]
                .filter(Boolean)
                .join(marks.colon),
            },
            { text: t(`cases:platforms.${message.platform}`) },
            { text: units[message.department] ?? message.department },
            { tag: { text: t(`connectors:states.${message.state}`), status: message.state } },
            { text: String(message.attempts) },
            { text: problemWords(world.views.texts, message.lastErrorCode, message.lastError) || '—' },
            { text: formatDateTime(message.createdAt) },
          ],
        })),
        empty: { title: t('connectors:emptyTitle'), text: t('connectors:emptyText') },
      },
      pagination: neighbours(found, (at) => pathTo('connectors', { ...query, ...at })),
    });
  });
}
