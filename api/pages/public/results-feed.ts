import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { publishedResults } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { nameOfList } from './public-frame';
import { resultWords } from './result-words';

const newest = 50;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// XML 1.0 knows no other control characters than tab and line ends.
const noXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const escape = (text: string) => text.replace(noXml, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** The newest results as an Atom feed (RFC 4287), for those who follow a county. */
export function publicResultsFeed(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.publicFeed, async (_req, res) => {
    const { rows } = await publishedResults(world.dataSource, { page: 1, pageSize: newest });
    const address = (path: string) => escape(`${world.config.publicUrl}${path}`);
    const changed = rows.map((row) => row.changedAt ?? row.publishedAt);
    const updated = new Date(Math.max(0, ...changed.map((at) => at.getTime()))).toISOString();
    const entries = rows.map((row, index) => {
      const href = address(pathTo('publicResult', { id: row.id }));
      const summary = [row.departmentName, row.check, resultWords(world, row), shanghaiDay(row.publishedAt)].join('，');
      return `<entry><id>${href}</id><title>${escape(row.objectName)}</title><link href="${href}"/><updated>${changed[index]?.toISOString()}</updated><summary>${escape(summary)}</summary></entry>`;
    });
    const self = address(paths.publicFeed);
    const head = `<id>${self}</id><title>${escape(nameOfList(world, 'publicResults'))}</title><link rel="self" href="${self}"/><updated>${updated}</updated><author><name>${escape(t('layout:system.public'))}</name></author>`;
    res
      .type('application/atom+xml')
      .send(
        `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${head}${entries.join('')}</feed>\n`,
      );
  });
}
