import { createHash } from 'node:crypto';
import { Router } from 'express';
import { toExchangeTime } from '../../../domain/exchange/exchange-time';
import { stretchOf } from '../../../services/queries/ordered-list';
import { newsOfResults, type PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { nameOfList } from './public-frame';
import { publicQuery } from './public-query';
import { resultMeaning, resultWords } from './result-words';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// XML 1.0 knows no other control characters than tab and line ends.
const noXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu;
const escape = (text: string) => text.replace(noXml, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/**
 * Results as an Atom feed (RFC 4287), what was published, corrected or withdrawn last first, with links to what came before
 * (RFC 5005). Every version has one entry and one id for ever, wherever the county's site stands.
 */
export function publicResultsFeed(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
  const county = world.config.countyCode;
  return Router().get(paths.publicFeed, async (req, res) => {
    const found = await stretchOf<PublishedResult>(world.dataSource, newsOfResults(), publicQuery(req));
    const address = (path: string) => `${world.config.publicUrl}${path}`;
    const link = (rel: string, path: string) => `<link rel="${rel}" href="${escape(address(path))}"/>`;
    const [first, last] = [found.rows[0], found.rows.at(-1)];
    const head = [
      `<id>${nameBased(`${county}/results`)}</id>`,
      `<title>${escape(nameOfList(world, 'publicResults'))}</title>`,
      `<author><name>${escape(t('layout:system.public'))}</name></author>`,
      `<updated>${toExchangeTime(first ? newsAt(first) : world.now())}</updated>`,
      link('alternate', paths.publicResults),
      link('self', req.originalUrl),
      link('first', paths.publicFeed),
      ...(first && found.ahead > 0 ? [link('previous', pathTo('publicFeed', { before: first.place }))] : []),
      ...(last && found.more ? [link('next', pathTo('publicFeed', { after: last.place }))] : []),
    ];
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">${head.join('')}\n${found.rows.map(entry).join('\n')}\n</feed>`;
    res.type('application/atom+xml').send(`<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`);
  });

  function entry(row: PublishedResult): string {
    const href = (id: string) => escape(`${world.config.publicUrl}${pathTo('publicResult', { id })}`);
    const others = [row.corrects, row.correctedBy].filter((other) => other !== null);
    return [
      `<entry><id>${nameBased(`${county}/${row.visit}/${row.department}/${row.version}`)}</id>`,
      `<title>${escape(titleOf(row))}</title>`,
      `<author><name>${escape(row.authority)}</name></author>`,
      `<link rel="alternate" href="${href(row.id)}"/>`,
      ...others.map((other) => `<link rel="related" href="${href(other.id)}"/>`),
      `<published>${toExchangeTime(row.publishedAt)}</published>`,
      `<updated>${toExchangeTime(newsAt(row))}</updated>`,
      `<summary>${escape(summaryOf(row))}</summary></entry>`,
    ].join('');
  }

  /** What was done to a result stands before whose it is. */
  function titleOf({ state, corrects, objectName: object }: PublishedResult): string {
    if (state !== 'current') return t(`public:feedOf.${state}`, { object });
    if (!corrects) return object;
    return t(corrects.state === 'withdrawn' ? 'public:feedOf.replaces' : 'public:feedOf.corrects', { object });
  }

  function summaryOf(row: PublishedResult): string {
    const reason = row.state === 'current' ? row.corrects?.reason : row.reason;
    return [
      ...(row.state === 'current' ? [] : [t(`public:${row.state}Note`, { day: formatDate(row.changedAt) })]),
      ...(row.state === 'current' && row.corrects
        ? [t(row.corrects.state === 'withdrawn' ? 'public:replacesNote' : 'public:correctsNote')]
        : []),
      ...(reason ? [`${t('public:publicReason', { reason })}。`] : []),
      `${row.authority}，${row.check}：${resultWords(world, row)}。${resultMeaning(world, row)}`,
    ].join('');
  }
}

/** When something last became known of a result. */
const newsAt = (row: PublishedResult) => row.changedAt ?? row.publishedAt;

/** Names of ours in the space of UUIDs; a UUID of version 4, drawn once. */
const ours = Buffer.from('6f0f2b2c6a0c4c0d9d0a5b1f7c3e8a41', 'hex');

/** The UUID of a name (RFC 9562, version 5) as a URN: the same for ever, and no address. */
function nameBased(name: string): string {
  const bytes = createHash('sha1').update(ours).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
