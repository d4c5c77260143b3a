import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { showDepartment } from '../../../services/queries/registers/show-department';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { fact } from './fact';
import { historyItems } from './history-items';
import { openPage } from './open-page';
import { registerActor } from './register-actor';

/** One unit: names, duties, who acts for it, and every change. */
export function departmentPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.department, async (req, res) => {
    const person = openPage(req, 'departments');
    const found = await showDepartment(world.dataSource, String(req.params['code']));
    if (!found) throw new Refusal('NOT_FOUND');
    const units = await unitNames(world.dataSource);
    const row = (key: string, value: string) => fact(t(`registers:department.${key}`), value);
    const yesNo = (value: boolean) => t(value ? 'registers:yes' : 'registers:no');
    const page = await frame(world, req, res, {
      title: found.name,
      current: 'departments',
      breadcrumbs: [{ text: t('pages:navigation.departments'), href: paths.departments }, { text: found.name }],
    });
    res.render('register-row', {
      page,
      title: found.name,
      acts: registerActor(person, 'department.edit')
        ? [{ text: t('registers:department.edit.title'), href: pathTo('departmentEdit', { code: found.code }) }]
        : [],
      rows: [
        row('code', found.code),
        row('fullName', found.fullName),
        row('shortName', found.shortName),
        row('role', found.role),
        row('sector', found.sector),
        row('documentMark', found.documentMark ?? found.shortName),
        row('phone', found.phone ?? t('registers:department.noPhone')),
        row(
          'member',
          t(
            found.member
              ? 'registers:department.isMember'
              : found.byInvitation
                ? 'registers:department.invited'
                : 'registers:no',
          ),
        ),
        row('inspects', yesNo(found.inspects)),
        row('inspectors', String(found.inspectors)),
        row('accounts', String(found.accounts)),
      ],
      tables: [
        {
          id: 'people',
          caption: t('registers:department.people'),
          captionHidden: true,
          stacked: true,
          columns: ['personName', 'capacity'].map((key) => ({ text: t(`registers:department.${key}`) })),
          rows: found.people.map(({ name, capacity }) => ({
            cells: [{ text: name }, { text: t(`cases:capacities.${capacity}`) }],
          })),
          empty: { title: t('registers:department.noPeople'), text: t('registers:department.noPeopleNext') },
        },
      ],
      history: historyItems(world, found.history, units),
    });
  });
}
