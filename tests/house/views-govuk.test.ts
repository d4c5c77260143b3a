import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createViews } from '../../api/views/create-views';

const root = join(__dirname, '..', '..');
const views = createViews({
  templates: join(root, 'templates'),
  missingText: 'throw',
  cache: true,
  assets: '/assets',
});

interface Fixture {
  name: string;
  options: Record<string, unknown>;
  html: string;
}

/** Options that our partials support, as paths; a fixture with any other option is not ours to match. */
const text = (name: string) => [`${name}`, `${name}.text`, `${name}.classes`, `${name}.attributes.*`];
const fieldOptions = [
  'id',
  'name',
  'classes',
  'attributes.*',
  'describedBy',
  'disabled',
  'value',
  'formGroup',
  'formGroup.classes',
  'formGroup.attributes.*',
  ...text('label'),
  'label.isPageHeading',
  ...text('hint'),
  ...text('errorMessage'),
  'errorMessage.visuallyHiddenText',
];
const choiceOptions = [
  ...fieldOptions,
  'idPrefix',
  'fieldset',
  'fieldset.classes',
  'fieldset.attributes.*',
  'fieldset.describedBy',
  ...text('fieldset.legend'),
  'fieldset.legend.isPageHeading',
  'items',
  'items.value',
  'items.text',
  'items.id',
  'items.checked',
  'items.disabled',
  'items.divider',
  'items.attributes.*',
  'items.hint',
  'items.hint.text',
  'items.hint.attributes.*',
  'items.hint.classes',
  'items.label',
  'items.label.classes',
  'items.label.attributes.*',
];
const action = (prefix: string) => [
  `${prefix}`,
  `${prefix}.classes`,
  `${prefix}.items`,
  `${prefix}.items.href`,
  `${prefix}.items.text`,
  `${prefix}.items.visuallyHiddenText`,
  `${prefix}.items.classes`,
  `${prefix}.items.attributes.*`,
];

const supported: Record<string, { options: string[]; atLeast: number }> = {
  label: { options: ['text', 'for', 'classes', 'isPageHeading', 'attributes.*'], atLeast: 6 },
  hint: { options: ['id', 'text', 'classes', 'attributes.*'], atLeast: 4 },
  'error-message': { options: ['id', 'text', 'classes', 'attributes.*'], atLeast: 4 },
  button: {
    options: [
      'id',
      'text',
      'href',
      'type',
      'name',
      'value',
      'disabled',
      'classes',
      'attributes.*',
      'preventDoubleClick',
    ],
    atLeast: 15,
  },
  input: {
    options: [
      ...fieldOptions,
      'type',
      'spellcheck',
      'autocomplete',
      'autocapitalize',
      'pattern',
      'inputmode',
      ...text('prefix'),
      ...text('suffix'),
    ],
    atLeast: 25,
  },
  textarea: { options: [...fieldOptions, 'rows', 'spellcheck', 'autocomplete'], atLeast: 12 },
  select: {
    options: [
      ...fieldOptions,
      'items',
      'items.value',
      'items.text',
      'items.selected',
      'items.disabled',
      'items.attributes.*',
    ],
    atLeast: 12,
  },
  radios: { options: choiceOptions, atLeast: 20 },
  checkboxes: { options: [...choiceOptions, 'values', 'items.name', 'items.behaviour'], atLeast: 20 },
  'file-upload': { options: [...fieldOptions, 'multiple'], atLeast: 8 },
  'error-summary': {
    options: [
      'titleText',
      'descriptionText',
      'errorList',
      'errorList.text',
      'errorList.href',
      'errorList.attributes.*',
      'classes',
      'attributes.*',
      'disableAutoFocus',
    ],
    atLeast: 8,
  },
  details: { options: ['id', 'summaryText', 'text', 'open', 'classes', 'attributes.*'], atLeast: 5 },
  'notification-banner': {
    options: [
      'text',
      'titleText',
      'type',
      'role',
      'titleId',
      'titleHeadingLevel',
      'classes',
      'attributes.*',
      'disableAutoFocus',
    ],
    atLeast: 9,
  },
  panel: { options: ['titleText', 'text', 'headingLevel', 'classes', 'attributes.*'], atLeast: 4 },
  'inset-text': { options: ['id', 'text', 'classes', 'attributes.*'], atLeast: 3 },
  tag: { options: ['text', 'classes', 'attributes.*'], atLeast: 9 },
  'summary-list': {
    options: [
      'classes',
      'attributes.*',
      'rows',
      'rows.classes',
      ...text('rows.key'),
      ...text('rows.value'),
      ...action('rows.actions'),
      'card',
      'card.classes',
      'card.attributes.*',
      ...text('card.title'),
      'card.title.headingLevel',
      ...action('card.actions'),
    ],
    atLeast: 15,
  },
  breadcrumbs: {
    options: [
      'items',
      'items.text',
      'items.href',
      'items.attributes.*',
      'classes',
      'collapseOnMobile',
      'labelText',
      'attributes.*',
    ],
    atLeast: 6,
  },
  'skip-link': { options: ['text', 'href', 'classes', 'attributes.*'], atLeast: 5 },
  'task-list': {
    options: [
      'idPrefix',
      'classes',
      'attributes.*',
      'items',
      'items.href',
      'items.classes',
      ...text('items.title'),
      ...text('items.hint'),
      ...text('items.status'),
      ...text('items.status.tag'),
    ],
    atLeast: 6,
  },
  pagination: {
    options: [
      'items',
      'items.number',
      'items.href',
      'items.current',
      'items.ellipsis',
      'items.visuallyHiddenText',
      'items.attributes.*',
      'previous',
      'next',
      ...['previous', 'next'].flatMap((way) => [
        `${way}.href`,
        `${way}.text`,
        `${way}.labelText`,
        `${way}.attributes.*`,
      ]),
      'landmarkLabel',
      'classes',
      'attributes.*',
    ],
    atLeast: 10,
  },
};

function optionPaths(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => optionPaths(item, path));
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => optionPaths(inner, path ? `${path}.${key}` : key)),
  ].filter(Boolean);
}

/** Lists are made by our own code, which leaves no holes in them. */
const holesInLists = /falsy|empty items/;

function isSupported(fixture: Fixture, options: string[]): boolean {
  if (holesInLists.test(fixture.name)) return false;
  return optionPaths(fixture.options, '').every(
    (path) =>
      options.includes(path) ||
      path.endsWith('attributes') ||
      options.some((option) => option.endsWith('.*') && path.startsWith(option.slice(0, -1))),
  );
}

/** The library's own English words, where ours come from the Chinese catalogue. */
const words: [RegExp, string][] = [
  [/>Error:<\/span>/g, '>错误：</span>'],
  [/aria-label="Pagination"/g, 'aria-label="分页"'],
  [/aria-label="Breadcrumb"/g, 'aria-label="当前位置"'],
  [/aria-label="Page (\w+)"/g, 'aria-label="第 $1 页"'],
  [/>\s*Previous<span class="govuk-visually-hidden"> page<\/span>/g, '>上一页'],
  [/>\s*Next<span class="govuk-visually-hidden"> page<\/span>/g, '>下一页'],
  [/>\s*Success\s*<\/h/g, '>已完成</h'],
  [/>\s*Important\s*<\/h/g, '>重要提示</h'],
];

const entities: Record<string, string> = {
  '&#39;': "'",
  '&#x27;': "'",
  '&quot;': '"',
  '&#x3D;': '=',
  '&#x60;': '`',
  '&amp;': '&',
};

function normalise(html: string): string {
  return html
    .replace(/&(#39|#x27|quot|#x3D|#x60|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/<([a-z0-9]+)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*>/gi, (_all, tag: string, attributes: string) => {
      const parts = attributes.match(/[^\s=>"]+(?:="[^"]*")?/g) ?? [];
      const one = parts.map((part) =>
        part
          .replace(/=""$/, '')
          .replace(/\s+/g, ' ')
          .replace(/^class="(.*)"$/, (_c, names: string) => `class="${names.trim().split(/\s+/).sort().join(' ')}"`),
      );
      return `<${[tag, ...one.sort()].join(' ')}>`;
    })
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]+>)\s*/g, '$1')
    .trim();
}

const expected = (html: string) => normalise(words.reduce((all, [from, to]) => all.replace(from, to), html));

describe.each(Object.entries(supported))('%s has the structure of the library', (component, { options, atLeast }) => {
  const file = join(root, `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const all = (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
  const ours = all.filter((fixture) => isSupported(fixture, options));

  it(`covers at least ${atLeast} of its examples`, () => {
    expect(ours.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(ours.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, fixture) => {
    expect(normalise(await views.renderComponent(component, fixture.options))).toBe(expected(fixture.html));
  });
});
