import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { compile } from 'sass';
import { createViews } from '../../api/views/create-views';
import { readKit } from '../../api/views/read-kit';

const root = join(__dirname, '..', '..');

const office = {
  title: '组件',
  demonstration: true,
  csrfToken: 'token',
  navigation: [
    { heading: '办理' },
    { text: '待办', href: '/kit', count: 12, current: true, phone: true },
    { text: '联合抽查', href: '/kit', count: 8, phone: true },
    { text: '检查任务', href: '/kit', phone: true, shortText: '检查' },
    { heading: '名录' },
    { text: '检查对象名录库', href: '/kit' },
  ],
  breadcrumbs: [{ text: '待办', href: '/kit' }, { text: '组件' }],
  flash: { title: '已提交', text: '等待办公室主任审批。', next: { text: '查看进展', href: '/kit' } },
  person: {
    name: '李明远',
    unit: '县市场监督管理局',
    accountHref: '/kit',
    signOutAction: '/kit',
    capacity: {
      action: '/kit',
      choices: [
        { value: 'a', text: '部门经办人', current: true },
        { value: 'b', text: '执法检查人员' },
      ],
    },
  },
  session: { expiresInSeconds: 1800, warnBeforeSeconds: 120, extendUrl: '/session/extend', expiredUrl: '/sign-in' },
};

const site = {
  title: '检查结果',
  demonstration: true,
  county: '灌云县',
  search: { action: '/public' },
  signInHref: '/sign-in',
  navigation: ['抽查事项', '联合抽查计划', '抽取', '检查结果'].map((text, index) => ({
    text,
    href: '/public',
    current: index === 3,
  })),
};

export interface KitSite {
  address: string;
  close(): void;
}

/** The kit page in each layout, with freshly built styles; for looking at and for accessibility checks. */
export async function openKitSite(): Promise<KitSite> {
  const templates = join(root, 'templates');
  const views = createViews({ templates, missingText: 'throw', cache: true, assets: '/assets', assetVersion: 'kit' });
  const built = mkdtempSync(join(tmpdir(), 'kit-'));
  writeFileSync(
    join(built, 'main.css'),
    compile(join(root, 'assets/scss/main.scss'), { loadPaths: [join(root, 'node_modules')] }).css,
  );

  const app = express();
  await views.install(app);
  app.use('/assets', express.static(built), express.static(join(root, 'assets')));
  const kit = readKit(templates);
  const publicParts = kit.filter(({ component }) =>
    ['table', 'filter-form', 'pagination', 'summary-list'].includes(component),
  );
  app.get('/kit', (_request, response) => response.render('kit', { page: office, title: '组件', kit }));
  app.get('/public', (_request, response) =>
    response.render('kit', { layout: 'public', page: site, title: '检查结果', kit: publicParts }),
  );
  app.get('/bare', (_request, response) =>
    response.render('error', {
      layout: 'bare',
      page: { title: '错误' },
      error: { title: '找不到这一页', code: 'NOT_FOUND' },
    }),
  );
  const ending = { ...office, flash: undefined, session: { ...office.session, expiresInSeconds: 100 } };
  app.get('/ending', (_request, response) => response.render('error', { page: ending, error: { title: '即将超时' } }));
  app.post('/session/extend', express.urlencoded({ extended: true }), (request, response) => {
    const { _csrf } = request.body as { _csrf?: string };
    response.sendStatus(_csrf === 'token' ? 204 : 403);
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}
