import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { createViews, type Views } from '../../api/views/create-views';

const templates = join(__dirname, '..', '..', 'templates');
const options = { templates, missingText: 'throw' as const, cache: true, assets: '/assets' };

const hostile = '<script>alert("x")</script>&\'"';

function page(more: object = {}) {
  return {
    title: '待办',
    demonstration: true,
    csrfToken: 'token-1',
    navigation: [{ text: '待办', href: '/', count: 12, current: true, phone: true }],
    breadcrumbs: [{ text: '首页', href: '/' }, { text: '待办' }],
    person: { name: '张三', unit: '县卫健委', signOutAction: '/sign-out', capacity: { text: '经办人' } },
    session: { expiresInSeconds: 1800, warnBeforeSeconds: 120, extendUrl: '/session/extend', expiredUrl: '/sign-in' },
    ...more,
  };
}

describe('pages and layouts', () => {
  let views: Views;
  beforeAll(() => {
    views = createViews(options);
  });

  const error = { title: '找不到', meaning: '没有这一页', code: 'NOT_FOUND', next: [{ text: '回首页', href: '/' }] };

  it.each(['back-office', 'public', 'bare'] as const)(
    '%s carries the skip link, one main and the demonstration banner',
    async (layout) => {
      const html = await views.render('error', { layout, page: page(), error });
      expect(html.match(/<main id="main-content"/g)).toHaveLength(1);
      expect(html).toContain('href="#main-content"');
      expect(html).toContain('演示数据');
      expect(html).toContain('<h1 class="govuk-heading-l">找不到</h1>');
    },
  );

  it('says nothing of demonstration where it is off', async () => {
    const html = await views.render('error', { page: page({ demonstration: false }), error });
    expect(html).not.toContain('演示数据');
  });

  it('escapes hostile data everywhere, in text as in attributes', async () => {
    const html = await views.render('error', {
      page: page({
        title: hostile,
        navigation: [{ text: hostile, href: `/?q="><b>` }],
        breadcrumbs: [{ text: hostile }],
        flash: { title: hostile, text: hostile, next: { text: hostile, href: '"><i>' } },
        person: { name: hostile, unit: hostile, signOutAction: '"><u>', capacity: { text: hostile } },
      }),
      error: { ...error, title: hostile },
    });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/<[biu]>/);
  });

  it('serves a page through Express', async () => {
    const app = express();
    await views.install(app);
    app.get('/', (_request, response) => response.render('error', { page: page(), error }));
    const answer = await request(app).get('/').expect(200);
    expect(answer.text).toContain('<!DOCTYPE html>');
    expect(answer.text).toContain('双随机、一公开');
  });

  it('fails with the key when a text is missing in tests, and shows the key in production', async () => {
    expect(() => views.texts.t('layout:nowhere.at.all')).toThrow('layout:nowhere.at.all');
    const production = createViews({ ...options, missingText: 'show-key' });
    expect(production.texts.t('layout:nowhere.at.all')).toBe('layout:nowhere.at.all');
  });
});

describe('functions in templates', () => {
  const views = createViews(options);
  it('lets a field win over a function of the same name', async () => {
    const html = await views.renderComponent('pagination', { items: [{ number: 7, href: '?p=7' }] });
    expect(html).toContain('第 7 页');
  });

  it('keeps the lines of a textarea as they were typed', async () => {
    const html = await views.renderComponent('act-form', {
      action: '/x',
      submitText: '提交',
      fields: [{ widget: 'textarea', name: 'reason', label: { text: '理由' }, value: '第一行\n  第二行\n\n第四行' }],
    });
    expect(html).toContain('>第一行\n  第二行\n\n第四行</textarea>');
  });
});
