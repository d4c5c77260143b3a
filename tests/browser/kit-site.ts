import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { kitPages } from '../../api/pages/kit/kit-pages';
import { createViews } from '../../api/views/create-views';
import { builtStyles } from '../setup/built-styles';

const root = join(__dirname, '..', '..');

export interface KitSite {
  address: string;
  close(): void;
}

/** The kit's pages alone, with freshly built styles; for looking at and for accessibility checks. */
export async function openKitSite(): Promise<KitSite> {
  const templates = join(root, 'templates');
  const views = createViews({ templates, missingText: 'throw', cache: true, assets: '/assets' });
  const built = await builtStyles();

  const app = express();
  await views.install(app);
  app.use('/assets', express.static(built), express.static(join(root, 'assets')));
  app.use(kitPages(views));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
    },
  };
}
