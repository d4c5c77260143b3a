import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { describe } from '../openapi/describe';
import { paths } from '../paths';

/** The OpenAPI 3.1 description, made from the same acts and schemas that check every request. */
export function openApiRoute(world: AppWorld): Router {
  const document = describe(world.views.texts.t);
  return Router().get(paths.openapi, (_req, res) => res.json(document));
}
