import { Router } from 'express';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { reachOf } from '../../../domain/registers/permissions';
import { Refusal } from '../../../domain/refusal';
import { listDepartments } from '../../../services/queries/registers/list-departments';
import { showItem } from '../../../services/queries/registers/list-items';
import { changeItem } from '../../../services/registers/change-item';
import { enactItem } from '../../../services/registers/enact-item';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { ItemChangeForm, ItemEnactmentForm, itemFields, itemValues } from './item-form';
import { qualificationChoices } from './qualification-choices';

/** 立 a new item, and 改、释、职能调整、废 one that stands; a check that is under way keeps the version it began with. */
export function itemEditPages(world: AppWorld): Router {
  return Router().use(newItemPage(world)).use(itemEditPage(world));
}

function newItemPage(world: AppWorld): Router {
  return editPage(world, {
    list: 'items',
    path: 'itemNew',
    act: 'item.change',
    schema: ItemEnactmentForm,
    texts: 'registers:item.enact',
    fieldOf: { DEPARTMENT_UNKNOWN: 'department' },
    async find(_req, _person, actor) {
      const all = reachOf('item.change', actor.capacity) === 'all';
      const departments = (await listDepartments(world.dataSource)).filter(
        ({ code, inspects }) => inspects && (all || code === actor.department),
      );
      return {
        owners: [actor.department],
        values: {
          department: all ? undefined : actor.department,
          effectiveFrom: shanghaiDay(world.now()),
          randomApplies: true,
          jointApplies: true,
        },
        options: {
          departments: departments.map(({ code, name }) => ({ value: code, text: name })),
          qualifications: await qualificationChoices(world),
        },
        async save({ department, effectiveFrom, reason, ...content }, command) {
          const { code } = await enactItem(world.dataSource, {
            ...command,
            department,
            reason,
            values: { effectiveFrom, ...itemValues(content) },
          });
          return pathTo('item', { code });
        },
      };
    },
  });
}

function itemEditPage(world: AppWorld): Router {
  return editPage(world, {
    list: 'items',
    path: 'itemEdit',
    act: 'item.change',
    schema: ItemChangeForm,
    texts: 'registers:item.edit',
    fieldOf: { EFFECTIVE_BEFORE_LAST: 'effectiveFrom', ABOLITION_AHEAD: 'effectiveFrom' },
    async find(req) {
      const item = await showItem(world.dataSource, String(req.params['code']));
      const newest = item?.versions[0];
      if (!item || !newest) return undefined;
      if (!item.active) throw new Refusal('ITEM_ABOLISHED', { code: item.code });
      const href = pathTo('item', { code: item.code });
      const today = shanghaiDay(world.now());
      return {
        row: { text: newest.name, href },
        owners: [item.department],
        history: { register: 'item', id: item.code },
        values: { ...itemFields(newest), version: item.version, effectiveFrom: today },
        options: { qualifications: await qualificationChoices(world, newest.qualifications) },
        async save({ version, cause, effectiveFrom, reason, ...content }, command) {
          // What is abolished says until its end what it said before.
          const values =
            cause === 'abolished' ? { cause, effectiveFrom } : { cause, effectiveFrom, ...itemValues(content) };
          await changeItem(world.dataSource, { ...command, id: item.code, version, reason, today, values });
          return href;
        },
      };
    },
  });
}
