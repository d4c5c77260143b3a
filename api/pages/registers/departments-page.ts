import { Router } from 'express';
import { z } from 'zod';
import { listDepartments, type DepartmentLine } from '../../../services/queries/registers/list-departments';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { stretchOfRows } from '../../../services/queries/stretch-of-rows';
import { askedSort, sortField, sortLink } from '../sorting';
import { totalRow } from '../total-row';
import { openPage } from './open-page';

const Query = z.object(sortField);
/** The columns of the list, by each of which it is sorted; units stand in the order of the conference until somebody does. */
const columns = ['name', 'fullName', 'sector', 'member', 'inspects', 'inspectors', 'accounts'] as const;
type Column = (typeof columns)[number];

/** 部门: the office, the members of the conference and those who take part by invitation. */
export function departmentsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.departments, async (req, res) => {
    openPage(req, 'departments');
    const query = Query.parse(req.query);
    const all = await listDepartments(world.dataSource);
    const sort = askedSort(query.sort, columns);
    const by = sort && { by: (line: DepartmentLine) => said(line, sort.column), descending: sort.descending };
    const { rows: departments } = stretchOfRows(all, ({ code }) => code, { size: all.length }, by);
    const title = t('pages:navigation.departments');
    const page = await frame(world, req, res, { title, current: 'departments' });
    res.render('register-list', {
      page,
      title,
      total: t('registers:department.total', { total: departments.length }),
      table: {
        id: 'departments',
        caption: title,
        captionHidden: true,
        stacked: true,
        columns: columns.map((column) => ({
          text: t(`registers:department.${column}`),
          kind: column === 'inspectors' || column === 'accounts' ? 'number' : undefined,
          sort: sortLink(query.sort, column, (asked) => pathTo('departments', { sort: asked })),
        })),
        rows: departments.map((line) => ({
          cells: columns.map((column) =>
            column === 'name'
              ? { text: line.name, href: pathTo('department', { code: line.code }), hint: line.code }
              : { text: said(line, column) },
          ),
        })),
        totals: totalRow(world.views.texts, departments, [
          ...Array.from({ length: 4 }, () => undefined),
          ({ inspectors }) => inspectors,
          ({ accounts }) => accounts,
        ]),
        empty: { title: t('registers:department.empty') },
      },
    });
  });

  /** What a column says of a unit. */
  function said(line: DepartmentLine, column: Column): string {
    switch (column) {
      case 'member':
        if (line.member) return t('registers:department.isMember');
        return t(line.byInvitation ? 'registers:department.invited' : 'registers:no');
      case 'inspects':
        return t(line.inspects ? 'registers:yes' : 'registers:no');
      case 'inspectors':
      case 'accounts':
        return String(line[column]);
      default:
        return line[column];
    }
  }
}
