import type { Router } from 'express';
import { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { DepartmentEdit, unitPhone } from '../../../domain/registers/department-edit';
import { visitsBefore } from '../../../services/queries/cases/leaving-departments';
import { showDepartment } from '../../../services/queries/registers/show-department';
import { editDepartment } from '../../../services/registers/edit-department';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { fact } from './fact';

const part = DepartmentEdit.shape;

const DepartmentForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  unitName: part.name.unwrap(),
  shortName: part.shortName.unwrap(),
  fullName: part.fullName.unwrap(),
  sector: part.sector.unwrap(),
  phone: unitPhone.optional(),
  documentMark: part.documentMark.unwrap().unwrap().optional(),
  inspects: part.inspects.unwrap().default(false),
  reason: registerReason,
});

/** Mending the names and duties of a unit; who is a member is for the conference to decide. */
export function departmentEditPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return editPage(world, {
    list: 'departments',
    path: 'departmentEdit',
    act: 'department.edit',
    schema: DepartmentForm,
    texts: 'registers:department.edit',
    async find(req) {
      const found = await showDepartment(world.dataSource, String(req.params['code']));
      if (!found) return undefined;
      const href = pathTo('department', { code: found.code });
      const visits = found.inspects ? await visitsBefore(world.dataSource, found.code) : 0;
      return {
        row: { text: found.name, href },
        owners: [found.code],
        about:
          visits > 0
            ? [fact(t('registers:department.openVisits'), t('registers:department.openVisitsValue', { count: visits }))]
            : undefined,
        values: {
          ...found,
          phone: found.phone ?? undefined,
          documentMark: found.documentMark ?? undefined,
          unitName: found.name,
        },
        async save({ version, unitName, phone, documentMark, reason: why, ...values }, command) {
          await editDepartment(world.dataSource, {
            ...command,
            id: found.code,
            version,
            reason: why,
            cause: 'amended',
            values: { name: unitName, phone: phone ?? null, documentMark: documentMark ?? null, ...values },
          });
          return href;
        },
      };
    },
  });
}
