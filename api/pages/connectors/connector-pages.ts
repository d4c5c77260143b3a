import { Router } from 'express';
import type { AppWorld } from '../../app-world';
import { connectorsPage } from './connectors-page';
import { messagePages } from './message-page';

/** The queues to outside platforms. */
export function connectorPages(world: AppWorld): Router {
  return Router().use(connectorsPage(world)).use(messagePages(world));
}
