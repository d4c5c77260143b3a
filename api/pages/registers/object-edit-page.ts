import type { Router } from 'express';
import { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { riskClasses } from '../../../domain/joint-check/scheme';
import { objectStatuses } from '../../../domain/registers/object-dictionary';
import { ObjectEdit } from '../../../domain/registers/object-edit';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { showObject } from '../../../services/queries/registers/show-object';
import { editObject } from '../../../services/registers/edit-object';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { wakeQueue } from '../connectors/wake-queue';
import { editPage } from './edit-page';

const part = ObjectEdit.shape;

/** What people mend by hand; licences come by import. */
const ObjectForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  objectName: part.name.unwrap(),
  uscc: part.uscc,
  registrationNo: part.registrationNo,
  status: z.enum(objectStatuses).meta({ widget: 'select' }),
  address: part.address.meta({ widget: 'text' }),
  division: part.division.meta({ widget: 'select', options: 'divisions' }),
  legalRepresentative: part.legalRepresentative,
  phone: part.phone,
  tags: part.tags,
  riskClass: z.enum(riskClasses).nullable().optional(),
  riskSource: part.riskSource,
  affirmed: z.boolean().optional(),
  reason: registerReason,
});

/** Mending one object of the register; an emptied field empties the register's. */
export function objectEditPage(world: AppWorld): Router {
  return editPage(world, {
    list: 'objects',
    path: 'objectEdit',
    act: 'object.edit',
    schema: ObjectForm,
    texts: 'registers:object.edit',
    fieldOf: {
      RENAME_UNAFFIRMED: 'affirmed',
      CODE_UNAFFIRMED: 'affirmed',
      NUMBER_UNAFFIRMED: 'affirmed',
      NO_IDENTITY: 'uscc',
      CODE_TAKEN: 'uscc',
      REASON_NEEDED: 'reason',
    },
    async find(req, person) {
      const found = await showObject(world.dataSource, person, String(req.params['id']));
      if (!found) return undefined;
      const { basic, whole } = found;
      const href = pathTo('object', { id: basic.id });
      const divisions = await divisionOptions(world.dataSource);
      return {
        row: { text: basic.name, href },
        owners: whole?.responsibleDepartments ?? [],
        values: { ...basic, ...whole, objectName: basic.name },
        history: {
          register: 'object',
          id: basic.id,
          names: Object.fromEntries(divisions.map(({ code, name }) => [code, name])),
        },
        options: { divisions: divisions.map(({ code, name }) => ({ value: code, text: name })) },
        async save({ version, objectName, reason: why, status, affirmed, ...rest }, command) {
          const emptied = {
            uscc: rest.uscc ?? null,
            registrationNo: rest.registrationNo ?? null,
            address: rest.address ?? null,
            division: rest.division ?? null,
            legalRepresentative: rest.legalRepresentative ?? null,
            phone: rest.phone ?? null,
            tags: rest.tags ?? [],
            riskClass: rest.riskClass ?? null,
            riskSource: rest.riskSource ?? null,
          };
          const { waiting = [] } = await editObject(world.dataSource, {
            ...command,
            id: basic.id,
            version,
            reason: why,
            cause: 'amended',
            values: { name: objectName, status, ...emptied },
            affirmed,
          });
          await Promise.all(waiting.map((platform) => wakeQueue(world, platform)));
          return href;
        },
      };
    },
  });
}
