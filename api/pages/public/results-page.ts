import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { stretchOf, wholeList } from '../../../services/queries/ordered-list';
import { approvedCheck } from '../../../services/queries/public/approved-checks';
import {
  publishedResults,
  resultColumns,
  type PublishedResult,
} from '../../../services/queries/public/published-results';
import { resultsMatching } from '../../../services/queries/public/results-matching';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { sendList } from '../../send-list';
import { meaningsOfResults } from './meanings-of-results';
import { nothingFound } from './nothing-found';
import { nameOfList, publicFrame } from './public-frame';
import { neighbours } from '../list-parts';
import { downloads, fileNames, stretchWords } from './public-list-parts';
import { publicQuery } from './public-query';
import { resultHeads, resultJson, resultLine } from './result-record';
import { resultWords } from './result-words';
import { askedSort, sortLink } from '../sorting';

/** Published results, newest first, found by name, credit code or registration number. */
export function publicResultsPage(world: AppWorld): Router {
  const { t, formatDate } = world.views.texts;
  return Router().get(paths.publicResults, async (req, res) => {
    const { q, check: number, format, sort, ...stretch } = publicQuery(req);
    const check = number ? await approvedCheck(world.dataSource, number) : undefined;
    if (number && !check) throw new Refusal('NOT_FOUND');
    const list = publishedResults({
      ...(q ? { matching: await resultsMatching(world.dataSource, q) } : {}),
      ...(check ? { check: check.number } : {}),
      sort: askedSort(sort, resultColumns),
    });
    if (format) {
      const file = {
        ...fileNames(world, q || check ? 'found' : 'results'),
        format,
        word: 'results',
        heads: resultHeads(world),
        csv: (row: PublishedResult) => resultLine(world, row),
        json: (row: PublishedResult) => resultJson(world, row),
      };
      return sendList(world, req, res, file, wholeList<PublishedResult>(world.dataSource, list));
    }

    const found = await stretchOf<PublishedResult>(world.dataSource, list, stretch);
    const title = nameOfList(world, 'publicResults');
    const sorted = (column: (typeof resultColumns)[number]) =>
      sortLink(sort, column, (by) => pathTo('publicResults', { q, check: check?.number, sort: by }));
    res.render('public-list', {
      layout: 'public',
      page: publicFrame(world, {
        title,
        current: 'publicResults',
        description: t('public:description.results'),
        q,
        unlisted: Boolean(q || check || sort),
      }),
      title,
      total: stretchWords(world, found, q),
      downloads: [
        ...(found.total > 0 ? downloads(world, 'publicResults', { q, check: check?.number }) : []),
        { text: t('public:feed'), href: paths.publicFeed },
        ...(q || check ? [{ text: t('public:allResults'), href: paths.publicResults }] : []),
      ],
      note: check && t('public:checks.resultsOfCheck', { title: check.title }),
      hint: found.total > 0 && t('public:searchHint'),
      meanings: meaningsOfResults(world),
      table: {
        id: 'results',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: [
          { text: t('pages:visit.object'), sort: sorted('object') },
          { text: t('pages:visit.uscc'), kind: 'code' },
          { text: t('public:department'), sort: sorted('department') },
          { text: t('public:check') },
          { text: t('pages:visit.result') },
          { text: t('pages:queue.completedOn'), kind: 'date', sort: sorted('completedOn') },
          { text: t('public:publishedOn'), kind: 'date', sort: sorted('publishedOn') },
        ],
        rows: found.rows.map((row) => ({
          cells: [
            { text: row.objectName, href: pathTo('publicResult', { id: row.id }) },
            { text: row.uscc ?? (row.registrationNo && `${t('public:registrationNo')} ${row.registrationNo}`) ?? '' },
            { text: row.departmentName },
            { text: row.check, href: pathTo('publicCheck', { number: row.checkNumber }) },
            row.state === 'current'
              ? { text: resultWords(world, row) }
              : { tag: { text: t(`public:states.${row.state}`), status: row.state } },
            { text: formatDate(row.completedOn) },
            { text: formatDate(row.publishedAt) },
          ],
        })),
        empty: q ? await nothingFound(world, q) : { title: t('public:nothing') },
      },
      pagination: neighbours(found, (at) => pathTo('publicResults', { q, check: check?.number, sort, ...at })),
    });
  });
}
