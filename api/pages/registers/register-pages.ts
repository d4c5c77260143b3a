import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { departmentsPage } from './departments-page';
import { inspectorPage } from './inspector-page';
import { inspectorsPage } from './inspectors-page';
import { itemPage } from './item-page';
import { itemsPage } from './items-page';
import { loadKinds } from './load-kind';
import { loadPages } from './load-pages';
import { objectEditPage } from './object-edit-page';
import { objectPage } from './object-page';
import { objectsPage } from './objects-page';

/** The registers: objects, inspectors, items and departments; loading comes before the single rows because its addresses look like one. */
export function registerPages(world: AppWorld): Router {
  const router = Router();
  for (const kind of loadKinds) router.use(loadPages(world, kind));
  return router
    .use(objectsPage(world))
    .use(objectPage(world))
    .use(objectEditPage(world))
    .use(inspectorsPage(world))
    .use(inspectorPage(world))
    .use(itemsPage(world))
    .use(itemPage(world))
    .use(departmentsPage(world));
}
