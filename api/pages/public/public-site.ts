import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { readFromAnywhere } from '../../middleware/for-programs';
import { worldIn } from '../../in-each-language';
import { defaultLanguage } from '../../views/language';
import { paths } from '../../paths';
import { publicCheckPage } from './check-page';
import { publicChecksPage } from './checks-page';
import { publicDrawsPage } from './draws-page';
import { publicItemPage } from './item-page';
import { publicItemsPage } from './items-page';
import { publicResultPage } from './result-page';
import { publicResultsFeed } from './results-feed';
import { publicResultsPage } from './results-page';

/** The public site: no sign-in, stable addresses, works without script, JSON and CSV beside each page. */
export function publicSite(world: AppWorld): Router {
  return Router()
    .use(paths.publicHome, readFromAnywhere)
    .get(paths.publicHome, (_req, res) => res.redirect(303, paths.publicResults))
    .use(publicResultsFeed(worldIn(world, defaultLanguage)))
    .use(publicResultsPage(world))
    .use(publicResultPage(world))
    .use(publicChecksPage(world))
    .use(publicCheckPage(world))
    .use(publicDrawsPage(world))
    .use(publicItemsPage(world))
    .use(publicItemPage(world))
    .use(paths.publicHome, (_req, _res, next) => next(new Refusal('NOT_FOUND')));
}
