import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { checkCounts } from '../../../services/queries/cases/check-counts';
import { correctionsUnderway, type CorrectionUnderway } from '../../../services/queries/cases/corrections-underway';
import { funnelSteps } from '../../../services/queries/cases/check-funnels';
import {
  checkVisits,
  departmentsOf,
  visitColumns,
  type VisitColumn,
  type VisitLine,
} from '../../../services/queries/cases/check-visits';
import { showCase } from '../../../services/queries/cases/show-case';
import { stretchOf, wholeList, type Placed } from '../../../services/queries/ordered-list';
import { shortUnitNames } from '../../../services/queries/people/short-unit-names';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { caseAddress, pathTo, paths } from '../../paths';
import { correctionWords } from '../../pages/correction-words';
import type { CaseHeadOf } from '../face';
import { neighbours, stretchFields, withPart } from '../../pages/list-parts';
import { askedSort, sortField, sortLink } from '../../pages/sorting';
import { filteredNames } from '../../file-names';
import { sendList } from '../../send-list';
import { dayWords } from './day-words';
import { manyVisits } from './many-visits';
import { resultMark } from './result-mark';
import { teamCell } from './team-cell';
import { visitsFile } from './visits-file';
import { visitsFilter } from './visits-filter';

const pageSize = 50;
/** Columns of departments that stand beside the others on a screen 1280 wide; with more the table is moved along by itself. */
const widthInDepartments = 3;
/** The page of a check that this list is. */
export const objectsTab = 'objects';
const Query = z.object({
  act: z.string().max(60).optional().catch(undefined),
  stage: z.string().max(40).optional().catch(undefined),
  department: z.string().max(32).optional().catch(undefined),
  result: z.string().max(40).optional().catch(undefined),
  late: z.literal('1').optional().catch(undefined),
  text: z.string().trim().max(100).optional().catch(undefined),
  format: z.literal('csv').optional().catch(undefined),
  reached: z.enum(funnelSteps).optional().catch(undefined),
  ...sortField,
  ...stretchFields,
});

/** By which column the rows stand leaves none out. */
const isFiltered = ({ sort: _sort, ...filter }: object & { sort?: unknown }): boolean =>
  Object.values(filter).some(Boolean);

/** 检查对象: the firms of a check, one a line, with each department's result in a column; or only those that wait for this person's act. */
export function visitsPage(world: AppWorld, headOf: CaseHeadOf): Router {
  const { t, formatNumber } = world.views.texts;
  return Router().get(paths.visitsOfCheck, async (req, res) => {
    const person = personOf(req);
    const number = String(req.params['number']);
    const check = await showCase(world.dataSource, person, `joint-check/${number}`);
    if (!check) throw new Refusal('CASE_UNKNOWN', { case: number });
    const { after, before, format, ...query } = Query.parse(req.query);
    const [units, short, departments] = await Promise.all([
      unitNames(world.dataSource),
      shortUnitNames(world.dataSource),
      departmentsOf(world.dataSource, check.id),
    ]);
    const list = checkVisits(person, check.id, {
      act: query.act || undefined,
      stage: query.stage || undefined,
      text: query.text || undefined,
      department: query.department || undefined,
      result: query.result || undefined,
      lateOn: query.late && shanghaiDay(world.now().getTime()),
      reached: query.reached && { step: query.reached, department: query.department || undefined },
      sort: askedSort<VisitColumn>(query.sort, [
        ...visitColumns,
        ...departments.map((code) => `unit.${code}` as const),
      ]),
    });
    const head = (text: string, column: VisitColumn, kind?: string) => ({
      text,
      kind,
      sort: sortLink(query.sort, column, (sort) => pathTo('visitsOfCheck', { number, ...query, sort })),
    });
    if (format)
      return sendList(
        world,
        req,
        res,
        filteredNames(world.views.texts, visitsFile(world, check, units, departments), isFiltered(query)),
        wholeList<VisitLine & Placed>(world.dataSource, list),
      );
    const found = await stretchOf<VisitLine & Placed>(world.dataSource, list, { after, before, size: pageSize });
    const ids = found.rows.map(({ id }) => id);
    const [top, counts, underway, said] = await Promise.all([
      headOf(req, res, { person, view: check, tab: objectsTab }),
      checkCounts(world.dataSource, check.id),
      correctionsUnderway(world.dataSource, ids),
      dayWords({ t, world }),
    ]);
    res.render('visits', {
      ...top,
      progress: t('pages:check.progressValue', { ...counts, open: counts.awaitingPublication }),
      waitingFor: query.act ? t(`acts:${query.act}.name`) : undefined,
      allHref: pathTo('visitsOfCheck', { number }),
      manyHref:
        query.act && Object.hasOwn(manyVisits, query.act)
          ? pathTo('manyActs', { act: query.act, within: number })
          : undefined,
      filter: visitsFilter(world, { number, query, departments, units }),
      download: { text: t('pages:visits.export'), href: pathTo('visitsOfCheck', { number, ...query, format: 'csv' }) },
      total: withPart(world, t('pages:cases.total', { total: formatNumber(found.total) }), found),
      table: {
        id: 'visits',
        caption: t('pages:check.visits'),
        captionHidden: true,
        stacked: true,
        classes: 'app-table--dense',
        wide: departments.length > widthInDepartments,
        columns: [
          head(t('pages:visit.object'), 'object'),
          head(t('pages:visits.town'), 'town'),
          head(t('pages:visits.class'), 'class'),
          head(t('pages:visit.date'), 'date', 'date'),
          head(t('pages:visits.team'), 'team'),
          ...departments.map((code) => head(short[code] ?? code, `unit.${code}`)),
        ],
        rows: found.rows.map((line) => ({
          cells: [
            { text: line.object, href: caseAddress(line.id), title: line.object },
            { text: line.town ?? '' },
            { text: line.riskClass ?? '' },
            dayCell(line.state.date, said),
            teamCell(world.views.texts, line.team, short),
            ...departments.map((department) => resultCell(line, department, underway)),
          ],
        })),
        empty: { title: t('pages:visits.empty') },
      },
      pagination: neighbours(found, (at) => pathTo('visitsOfCheck', { number, ...query, ...at })),
    });
  });

  function dayCell(day: string | undefined, words: (day: string) => string) {
    if (!day) return { text: t('pages:visit.noDate') };
    const date = world.views.texts.formatDate(day);
    const long = words(day);
    return long === date ? { text: date } : { text: t('pages:visits.restDay', { date }), title: long };
  }

  function resultCell(line: VisitLine, department: string, underway: CorrectionUnderway[]) {
    const result = line.results.find((one) => one.department === department);
    if (!result) return { text: '' };
    const hint = correctionWords(world.views.texts, underway, { visit: line.id, department }).join('');
    return { tag: resultMark({ t }, result), hint: hint || undefined };
  }
}
