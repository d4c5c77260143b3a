import type { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { line, registerLine, registerReason } from '../../../domain/fields';
import { InspectorEdit } from '../../../domain/registers/inspector-edit';
import { normalForm } from '../../../domain/text/normal-form';
import { openVisitsOf } from '../../../services/queries/registers/open-visits-of';
import { townOptions } from '../../../services/queries/registers/scope-options';
import { showInspector } from '../../../services/queries/registers/show-inspector';
import { editInspector } from '../../../services/registers/edit-inspector';
import { firmsNamed } from '../../../services/registers/firms-named';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { fact } from './fact';
import { qualificationChoices } from './qualification-choices';
import { recusalReason, recusalWords } from './recusal-reasons';

const part = InspectorEdit.shape;

const InspectorForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  officerName: part.name.unwrap(),
  dutyStatus: part.dutyStatus.unwrap(),
  postClass: part.postClass.unwrap(),
  certificates: part.certificates.unwrap(),
  qualifications: part.qualifications.meta({ options: 'qualifications' }),
  specialisms: part.specialisms,
  areas: part.areas.meta({ options: 'towns' }),
  recusals: z
    .array(z.object({ firm: line(200), why: registerLine(200, 2) }))
    .max(500)
    .optional(),
  affirmed: z.boolean().optional(),
  reason: registerReason,
});
type RecusalLine = { firm: string; why: string };

/** Mending one officer: duty, certificates, qualifications, and the firms that the officer keeps away from. */
export function inspectorEditPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return editPage(world, {
    list: 'inspectors',
    path: 'inspectorEdit',
    act: 'inspector.edit',
    schema: InspectorForm,
    texts: 'registers:inspector.edit',
    fieldOf: {
      QUALIFICATION_UNKNOWN: 'qualifications',
      DIVISION_UNKNOWN: 'areas',
      FIRM_UNCLEAR: 'recusals',
      RENAME_UNAFFIRMED: 'affirmed',
    },
    async find(req, person) {
      const found = await showInspector(world.dataSource, person, String(req.params['id']), shanghaiDay(world.now()));
      if (!found) return undefined;
      const href = pathTo('inspector', { id: found.id });
      const visits = (await openVisitsOf(world.dataSource, [found.id])).get(found.id) ?? [];
      const towns = await townOptions(world.dataSource);
      const known = new Map(
        found.recusals.map((recusal) => [normalForm(recusal.uscc ?? recusal.name), recusal.object]),
      );
      return {
        row: { text: found.name, href },
        owners: [found.department],
        history: {
          register: 'inspector',
          id: found.id,
          names: Object.fromEntries([
            ...towns.map(({ code, name }) => [code, name]),
            ...found.recusals.map((recusal) => [recusal.object, recusal.name]),
          ]) as Record<string, string>,
        },
        about: visits.length > 0 ? [fact(t('registers:inspector.openVisits'), visits)] : undefined,
        values: {
          ...found,
          officerName: found.name,
          recusals: found.recusals.map((recusal): RecusalLine => ({
            firm: recusal.uscc ?? recusal.name,
            why: recusalWords(world.views.texts, recusal.reason),
          })),
        },
        options: {
          towns: towns.map(({ code, name }) => ({ value: code, text: name })),
          qualifications: await qualificationChoices(world, found.qualifications),
        },
        async save({ version, officerName, reason: why, recusals, affirmed, ...rest }, command) {
          const named = await firmsNamed(world.dataSource.manager, recusals ?? [], known);
          const values = {
            ...rest,
            name: officerName,
            qualifications: rest.qualifications ?? [],
            specialisms: rest.specialisms ?? [],
            areas: rest.areas ?? [],
            recusals: named.map(({ object, why: because }) => ({
              object,
              reason: recusalReason(world.views.texts, because),
            })),
          };
          await editInspector(world.dataSource, {
            ...command,
            id: found.id,
            version,
            reason: why,
            cause: 'amended',
            values,
            affirmed,
          });
          return href;
        },
      };
    },
  });
}
