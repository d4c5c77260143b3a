import { Router } from 'express';
import { listDepartments } from '../../../services/queries/registers/list-departments';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { openPage } from './open-page';

/** 部门: the office, the members of the conference and those who take part by invitation. */
export function departmentsPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.departments, async (req, res) => {
    openPage(req, 'departments');
    const departments = await listDepartments(world.dataSource);
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
        columns: ['name', 'fullName', 'sector', 'member', 'inspects', 'inspectors', 'accounts'].map((key) => ({
          text: t(`registers:department.${key}`),
          kind: key === 'inspectors' || key === 'accounts' ? 'number' : undefined,
        })),
        rows: departments.map((line) => ({
          cells: [
            { text: line.name, href: pathTo('department', { code: line.code }), hint: line.code },
            { text: line.fullName },
            { text: line.sector },
            {
              text: t(
                line.member
                  ? 'registers:department.isMember'
                  : line.byInvitation
                    ? 'registers:department.invited'
                    : 'registers:no',
              ),
            },
            { text: t(line.inspects ? 'registers:yes' : 'registers:no') },
            { text: String(line.inspectors) },
            { text: String(line.accounts) },
          ],
        })),
        empty: { title: t('registers:department.empty') },
      },
    });
  });
}
