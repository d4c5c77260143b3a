import type { Router } from 'express';
import { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { showObject } from '../../../services/queries/registers/show-object';
import { recordsOfFirm } from '../../../services/queries/registers/twins';
import { resolveTwin } from '../../../services/registers/resolve-twin';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { fact } from './fact';

/** Answer of whoever takes back that a record is a second one. */
const ownRecord = 'own';

const TwinForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  standing: z
    .string()
    .regex(/^(?:own|[0-9a-f-]{36})$/)
    .meta({ widget: 'select', options: 'records' }),
  reason: registerReason,
});

/** A person says that a record is a second one of a firm and which one stands, or takes that back. */
export function objectTwinPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return editPage(world, {
    list: 'objects',
    path: 'objectTwin',
    act: 'object.edit',
    schema: TwinForm,
    texts: 'registers:object.twin',
    fieldOf: {
      TWIN_ITSELF: 'standing',
      TWIN_CLOSED: 'standing',
      TWIN_STANDS: 'standing',
      TWIN_CODE_LOST: 'standing',
      NOTHING_CHANGED: 'standing',
    },
    async find(req, person) {
      const found = await showObject(world.dataSource, person, String(req.params['id']));
      if (!found?.whole) return undefined;
      const { basic, whole } = found;
      const records = await recordsOfFirm(world.dataSource.manager, basic.id);
      if (records.length === 0) return undefined;
      const href = pathTo('object', { id: basic.id });
      const code = basic.uscc ?? basic.registrationNo ?? t('pages:visit.none');
      return {
        row: { text: basic.name, href },
        owners: whole.responsibleDepartments,
        about: [
          fact(t('registers:object.twinClosing'), t('registers:object.twinRecord', { name: basic.name, code })),
          fact(t('registers:object.address'), basic.address),
        ],
        values: { version: whole.version, standing: basic.sameAs ?? undefined },
        options: {
          records: [
            ...records.map((record) => ({
              value: record.id,
              text: t('registers:object.twinRecord', { name: record.name, code: record.code ?? t('pages:visit.none') }),
            })),
            ...(basic.sameAs ? [{ value: ownRecord, text: t('registers:object.twinOwn') }] : []),
          ],
        },
        async save({ version, standing, reason: why }, command) {
          await resolveTwin(world.dataSource, {
            ...command,
            id: basic.id,
            version,
            reason: why,
            standing: standing === ownRecord ? null : standing,
          });
          return href;
        },
      };
    },
  });
}
