import { Router } from 'express';
import { shanghaiTime } from '../../../domain/calendar/shanghai-time';
import { stretchOf, wholeList } from '../../../services/queries/ordered-list';
import { approvedChecks, type ApprovedCheck } from '../../../services/queries/public/approved-checks';
import type { AppWorld } from '../../app-world';
import { scopeLines } from '../../faces/joint-check/scope-lines';
import { strataLines } from '../../faces/joint-check/strata-lines';
import { pathTo, paths } from '../../paths';
import { sendList } from '../../send-list';
import { checkJson } from './check-json';
import { nameOfList, publicFrame } from './public-frame';
import { neighbours } from '../list-parts';
import { downloads, fileNames, stretchWords } from './public-list-parts';
import { publicQuery } from './public-query';

/** Approved joint checks: what is to be checked, by whom, how many and when. */
export function publicChecksPage(world: AppWorld): Router {
  const { t, formatDate, marks } = world.views.texts;
  return Router().get(paths.publicChecks, async (req, res) => {
    const { format, ...stretch } = publicQuery(req);
    const title = nameOfList(world, 'publicChecks');
    const nameOf = ({ departmentNames }: ApprovedCheck, code: string) => departmentNames[code] ?? code;
    const participants = (row: ApprovedCheck) =>
      row.departments
        .filter((code) => code !== row.lead)
        .map((code) => nameOf(row, code))
        .join(marks.list);
    const stageOf = (row: ApprovedCheck) => t(`cases:stages.joint-check.${row.stage}`);
    const heads = {
      title: t('public:check'),
      number: t('pages:home.number'),
      lead: t('pages:check.lead'),
      participants: t('pages:check.participants'),
      from: t('pages:proposal.windowFrom'),
      to: t('pages:proposal.windowTo'),
      stage: t('pages:home.stage'),
      scope: t('public:checks.scope'),
      ratio: t('public:checks.ratio'),
      objects: t('public:checks.objects'),
      drawn: t('public:checks.drawn'),
      approvedAt: t('public:checks.approvedAt'),
      endedAt: t('public:checks.ended'),
      publicNote: t('public:reason'),
    };
    if (format) {
      const scopeOf = await scopeLines(world);
      const file = {
        ...fileNames(world, 'checks'),
        format,
        word: 'checks',
        heads,
        csv: (row: ApprovedCheck) => ({
          title: row.title,
          number: row.number,
          lead: nameOf(row, row.lead),
          participants: participants(row),
          from: row.scheme.windowFrom,
          to: row.scheme.windowTo,
          stage: stageOf(row),
          scope: scopeOf(row.scheme.scope).join(marks.semicolon),
          ratio: strataLines(t, row.scheme).join(marks.semicolon),
          objects: row.objects,
          drawn: row.drawn,
          approvedAt: row.approvedAt && shanghaiTime(row.approvedAt),
          endedAt: row.endedAt && shanghaiTime(row.endedAt),
          publicNote: row.publicNote,
        }),
        json: checkJson,
      };
      return sendList(world, req, res, file, wholeList<ApprovedCheck>(world.dataSource, approvedChecks()));
    }
    const found = await stretchOf<ApprovedCheck>(world.dataSource, approvedChecks(), stretch);
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, { title, current: 'publicChecks', description: t('public:description.checks') }),
      title,
      total: stretchWords(world, found),
      downloads: downloads(world, 'publicChecks'),
      table: {
        id: 'checks',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: heads.title },
          { text: heads.number },
          { text: heads.lead },
          { text: heads.participants },
          { text: heads.ratio },
          { text: t('pages:check.window'), kind: 'date' },
          { text: heads.stage },
        ],
        rows: found.rows.map((row) => ({
          cells: [
            { text: row.title, href: pathTo('publicCheck', { number: row.number }) },
            { text: row.number },
            { text: nameOf(row, row.lead) },
            { text: participants(row) },
            { lines: strataLines(t, row.scheme) },
            {
              lines: [
                formatDate(row.scheme.windowFrom),
                t('public:checks.until', { day: formatDate(row.scheme.windowTo) }),
              ],
            },
            { tag: { text: stageOf(row), status: row.stage } },
          ],
        })),
        empty: { title: t('public:nothing') },
      },
      pagination: neighbours(found, (at) => pathTo('publicChecks', { ...at })),
    });
  });
}
