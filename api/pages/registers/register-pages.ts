import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { departmentEditPage } from './department-edit-page';
import { departmentPage } from './department-page';
import { departmentsPage } from './departments-page';
import { inspectorEditPage } from './inspector-edit-page';
import { inspectorNewPage } from './inspector-new-page';
import { inspectorPage } from './inspector-page';
import { inspectorsPage } from './inspectors-page';
import { itemEditPages } from './item-edit-pages';
import { itemPage } from './item-page';
import { itemsPage } from './items-page';
import { loadKinds } from './load-kind';
import { loadPages } from './load-pages';
import { objectEditPage } from './object-edit-page';
import { objectNewPage } from './object-new-page';
import { objectPage } from './object-page';
import { objectTwinPage } from './object-twin-page';
import { objectsPage } from './objects-page';
import { recusalPage } from './recusal-page';

/** The registers: objects, inspectors, items and departments; loading and new rows come before the single ones because their addresses look like one. */
export function registerPages(world: AppWorld): Router {
  const router = Router();
  for (const kind of loadKinds) router.use(loadPages(world, kind));
  return router
    .use(objectsPage(world))
    .use(objectNewPage(world))
    .use(objectPage(world))
    .use(objectEditPage(world))
    .use(objectTwinPage(world))
    .use(inspectorsPage(world))
    .use(inspectorNewPage(world))
    .use(inspectorPage(world))
    .use(inspectorEditPage(world))
    .use(recusalPage(world))
    .use(itemsPage(world))
    .use(itemEditPages(world))
    .use(itemPage(world))
    .use(departmentsPage(world))
    .use(departmentEditPage(world))
    .use(departmentPage(world));
}
