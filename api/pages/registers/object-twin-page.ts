import type { Router } from 'express';
import { z } from 'zod';
import { registerReason } from '../../../domain/fields';
import { showObject } from '../../../services/queries/registers/show-object';
import { recordsOfFirm, toldApartFrom, type FirmRecord } from '../../../services/queries/registers/twins';
import { resolveTwin } from '../../../services/registers/resolve-twin';
import { tellFirmsApart } from '../../../services/registers/tell-firms-apart';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { fact } from './fact';

/** Answer of whoever takes back that a record is a second one. */
const ownRecord = 'own';
/** Answers about another record: that it is another firm, and that this is not said any more. */
const apart = 'apart:';
const notApart = 'not-apart:';

const TwinForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  standing: z
    .string()
    .regex(/^(?:own|(?:apart:|not-apart:)?[0-9a-f-]{36})$/)
    .meta({ widget: 'select', options: 'records' }),
  reason: registerReason,
});

/** A person says that a record is a second one of a firm and which one stands, or that two are different firms, or takes either back. */
export function objectTwinPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  const answer = (value: string, key: string, { name, code }: FirmRecord) => ({
    value,
    text: t(`registers:object.${key}`, { name, code: code ?? t('pages:visit.none') }),
  });
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
      TWIN_TOLD_APART: 'standing',
      TWIN_CODE_LOST: 'standing',
      NOTHING_CHANGED: 'standing',
    },
    async find(req, person) {
      const found = await showObject(world.dataSource, person, String(req.params['id']));
      if (!found?.whole) return undefined;
      const { basic, whole } = found;
      const [records, others] = await Promise.all([
        recordsOfFirm(world.dataSource.manager, basic.id),
        toldApartFrom(world.dataSource.manager, basic.id),
      ]);
      const here = others.filter((record) => record.here);
      if (records.length + here.length === 0) return undefined;
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
            ...records.map((record) => answer(record.id, 'twinSame', record)),
            ...(basic.sameAs ? [] : records.map((record) => answer(apart + record.id, 'twinApart', record))),
            ...here.map((record) => answer(notApart + record.id, 'twinApartBack', record)),
            ...(basic.sameAs ? [{ value: ownRecord, text: t('registers:object.twinOwn') }] : []),
          ],
        },
        async save({ version, standing, reason: why }, command) {
          const change = { ...command, id: basic.id, version, reason: why };
          const [, kind = '', other = ''] = /^(apart:|not-apart:)?(.*)$/.exec(standing) ?? [];
          if (kind) await tellFirmsApart(world.dataSource, { ...change, other, apart: kind === apart });
          else await resolveTwin(world.dataSource, { ...change, standing: other === ownRecord ? null : other });
          return href;
        },
      };
    },
  });
}
