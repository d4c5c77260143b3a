import { mkdtempSync, mkdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { formErrors } from '../../api/forms/form-errors';
import { formModel } from '../../api/forms/form-model';
import type { ChoicesView, FieldsetView } from '../../api/forms/field-views';
import { readForm } from '../../api/forms/read-form';
import { createViews } from '../../api/views/create-views';
import { createTexts, type Texts } from '../../api/views/texts';
import { day, departmentCode, fileIds, line, reason } from '../../domain/fields';

const templates = join(__dirname, '..', '..', 'templates');

const schema = z
  .object({
    version: z.int().min(1).meta({ widget: 'hidden' }),
    title: line(100, 4),
    reason,
    outcome: z.enum(['approve', 'return', 'reject']),
    silence: z.enum(['a', 'b', 'c', 'd', 'e', 'f']).optional(),
    lead: departmentCode,
    participants: z.array(departmentCode).min(2, { error: 'participantsNeeded' }).max(3),
    officers: z.int().min(2).max(20),
    due: day,
    witnessed: z.boolean(),
    attachments: fileIds.default([]),
    conditions: z.array(z.object({ text: line(20), due: day.optional() })).max(2),
    scope: z.object({ tags: z.array(line(4)).max(2).default([]) }),
  })
  .refine((input) => input.due > '2026-01-01', { path: ['due'], error: 'dueTooEarly' });

const catalogue = {
  decide: {
    fields: {
      title: { label: '名称', hint: '不超过一百字' },
      outcome: { label: '结论', options: { approve: '同意', return: '退回修改', reject: '不同意' } },
      participants: { label: '参与部门' },
      conditions: { label: '条件', add: '再加一个条件' },
      scope: { label: '范围', tags: { label: '标签' } },
    },
    errors: {
      dueTooEarly: '“{{label}}”不能早于 2026年1月1日，请改晚。',
      participantsNeeded: '至少要有两个参与部门，请补选。',
    },
  },
  visit: {
    fields: { due: { label: '检查期限', hint: '按工作日计算' } },
    extend: { fields: { due: { hint: '须晚于现在的期限' } } },
  },
};
const shared = {
  reason: { label: '理由' },
  silence: { label: '不答复的处理', options: { a: '甲', b: '乙', c: '丙', d: '丁', e: '戊', f: '己' } },
  lead: { label: '牵头部门' },
  officers: { label: '人数', suffix: '人' },
  due: { label: '期限' },
  witnessed: { label: '有见证人' },
  attachments: { label: '附件', when: '批准时必传' },
  text: { label: '内容' },
};
const options = {
  departments: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((value) => ({ value: value.repeat(2), text: `${value}局` })),
};

let folder: string;
let texts: Texts;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
  mkdirSync(join(folder, 'zh-CN'));
  copyFileSync(join(templates, 'locales/zh-CN/form.json'), join(folder, 'zh-CN/form.json'));
  writeFileSync(join(folder, 'zh-CN/acts.json'), JSON.stringify(catalogue));
  writeFileSync(join(folder, 'zh-CN/fields.json'), JSON.stringify(shared));
  texts = createTexts(folder, 'throw');
});
afterAll(() => rmSync(folder, { recursive: true }));

function submit(body: object) {
  const values = readForm(schema, body);
  const outcome = schema.safeParse(values);
  const errors = formErrors(outcome.error?.issues ?? [], { schema, act: 'decide', texts, values });
  const fields = formModel({ schema, act: 'decide', texts, values, messages: errors.messages, options });
  return {
    errors,
    fields,
    field: <T = Record<string, unknown>>(id: string) => fields.find((field) => field.id === id) as T,
  };
}

describe('the default form of an act', () => {
  it('chooses the widget by the schema', () => {
    const { fields } = submit({});
    expect(fields.map(({ id, widget }) => [id, widget])).toEqual([
      ['version', 'hidden'],
      ['title', 'text'],
      ['reason', 'textarea'],
      ['outcome', 'radios'],
      ['silence', 'select'],
      ['lead', 'select'],
      ['participants', 'checkboxes'],
      ['officers', 'number'],
      ['due', 'date'],
      ['witnessed', 'checkboxes'],
      ['attachments', 'file'],
      ['conditions', 'fieldset'],
      ['scope', 'fieldset'],
    ]);
  });

  it('takes words from the act first, then from the fields in general', () => {
    const { field } = submit({});
    expect(field('title')).toMatchObject({ label: { text: '名称' }, hint: { text: '不超过一百字' } });
    expect(field('reason')).toMatchObject({ label: { text: '理由' }, maxlength: 1000 });
    expect(field('officers')).toMatchObject({ suffix: { text: '人' }, inputmode: 'numeric' });
    expect(field<ChoicesView>('outcome').items.map((item) => item.text)).toEqual(['同意', '退回修改', '不同意']);
    expect(field('silence')).toMatchObject({ label: { text: '不答复的处理（可不填）' } });
  });

  it('takes a word that an act does not say from the acts of its kind, before that of the fields in general', () => {
    const words = formModel({ schema: z.object({ due: day, reason }), act: 'visit.extend', texts });
    expect(words).toMatchObject([
      { label: { text: '检查期限' }, hint: { text: expect.stringContaining('须晚于现在的期限') as string } },
      { label: { text: '理由' } },
    ]);
  });

  it('says of a field that may be left empty in which case it may not', () => {
    expect(submit({}).field('attachments')).toMatchObject({ label: { text: '附件（批准时必传）' } });
  });

  it('counts the lines of a list and never its characters', () => {
    const tags = submit({}).field<FieldsetView>('scope').fields?.[0];
    expect(tags).toMatchObject({ widget: 'textarea', hint: { text: expect.stringContaining('每行') as string } });
    expect(tags).toHaveProperty('maxlength', undefined);
  });

  it('names the fields of rows and parts so that they are read back to where they belong', () => {
    const { field } = submit({
      conditions: [{ text: '甲' }, { text: '乙', due: '2026-12-01' }],
      scope: { tags: '一\n二' },
    });
    const conditions = field<FieldsetView>('conditions');
    expect(conditions.rows?.[1]?.fields[1]).toMatchObject({
      id: 'conditions-1-due',
      name: 'conditions[1][due]',
      value: '2026-12-01',
    });
    expect(conditions.add).toBeUndefined();
    expect(field<FieldsetView>('scope').fields?.[0]).toMatchObject({
      name: 'scope[tags]',
      widget: 'textarea',
      value: '一\n二',
    });
  });

  it('shows at least one row to fill and offers one more', () => {
    const conditions = submit({}).field<FieldsetView>('conditions');
    expect(conditions.rows).toHaveLength(1);
    expect(conditions.add).toMatchObject({ name: '_rows', value: 'add:conditions', text: '再加一个条件' });
  });

  it('fails with the key when a text is missing, and with the name when a list of choices is', () => {
    const unnamed = z.object({ nameless: line(10) });
    expect(() => formModel({ schema: unnamed, act: 'decide', texts })).toThrow('acts:decide.fields.nameless.label');
    expect(() => formModel({ schema: z.object({ lead: departmentCode }), act: 'decide', texts })).toThrow(
      '"departments"',
    );
  });
});

describe('what was wrong with a form', () => {
  it('asks for what is missing in the way it is given', () => {
    const { errors } = submit({});
    expect(errors.messages).toMatchObject({
      title: '请填写“名称”。',
      outcome: '请选择“结论”。',
      lead: '请选择“牵头部门”。',
      due: '请填写“期限”，例如 2026年11月23日。',
      witnessed: '请勾选“有见证人”后再提交。',
      conditions: '请至少填写一行“条件”。',
    });
    expect(errors.errorList.find(({ href }) => href === '#title')?.text).toBe('请填写“名称”。');
  });

  it('says how much is too much or too little, counting four-byte characters as one', () => {
    const { errors } = submit({ title: '𠮷𠮷', officers: '21', participants: ['AA', 'BB', 'CC', 'DD'] });
    expect(errors.messages).toMatchObject({
      title: '“名称”至少要写 4 个字，请补充。',
      officers: '“人数”不能大于 20，请改正。',
      participants: '“参与部门”最多 3 项，现有 4 项，请减少。',
    });
    expect(submit({ title: '好' }).errors.messages.title).toBe('“名称”至少要写 4 个字，请补充。');
    expect(submit({ title: '长'.repeat(101) }).errors.messages.title).toBe(
      '“名称”最多 100 个字，现有 101 个字，请删减。',
    );
  });

  it('keeps what was typed where it was wrong', () => {
    const { errors, field } = submit({ officers: '两人', due: '2026-02-30', outcome: 'bribe' });
    expect(errors.messages).toMatchObject({
      officers: '“人数”只能填数字，例如 12。',
      due: expect.stringContaining('不是有效的日期') as string,
      outcome: '“结论”不在可选范围内，请重新选择。',
    });
    expect(field('officers')).toMatchObject({ value: '两人', errorMessage: { text: '“人数”只能填数字，例如 12。' } });
    expect(field('due')).toMatchObject({ value: '2026-02-30' });
  });

  it('speaks of control characters and of rules of the act in their own words', () => {
    expect(submit({ title: 'abc\u0007d' }).errors.messages.title).toContain('控制字符');
    expect(submit({ participants: ['AA'] }).errors.messages.participants).toBe('至少要有两个参与部门，请补选。');
    const whole = {
      version: 1,
      title: '一二三四',
      reason: '理由充分',
      outcome: 'approve',
      lead: 'AA',
      participants: ['AA', 'BB'],
      officers: 2,
      due: '2025-01-01',
      witnessed: true,
      conditions: [],
      scope: {},
    };
    const errors = formErrors(schema.safeParse(whole).error?.issues ?? [], {
      schema,
      act: 'decide',
      texts,
      values: whole,
    });
    expect(errors.errorList).toEqual([{ href: '#due', text: '“期限”不能早于 2026年1月1日，请改晚。' }]);
  });

  it('leads to the field of the row, and from an item of a list to the list', () => {
    const { errors } = submit({
      conditions: [{ text: '甲' }, { due: '2026-13-01', text: '乙' }],
      participants: ['AA', 'x!'],
      attachments: ['nonsense'],
    });
    expect(errors.errorList).toEqual(
      expect.arrayContaining([
        { href: '#conditions-1-due', text: '第 2 行：“期限”不是有效的日期，请按 2026年11月23日 这样填写。' },
        { href: '#participants', text: '“参与部门”不在可选范围内，请重新选择。' },
        { href: '#attachments', text: '“附件”不在可选范围内，请重新选择。' },
      ]),
    );
  });

  it('has a field of the page for every link of the summary', async () => {
    const views = createViews({ templates, missingText: 'throw', cache: true, assets: '/assets' });
    const { errors, fields } = submit({ conditions: [{ due: 'x' }], scope: { tags: '超过四个字' } });
    const html = await views.renderComponent('act-form', { action: '/', submitText: '提交', fields });
    for (const { href } of errors.errorList.filter((item) => item.href !== '#main-content'))
      expect(html).toContain(`id="${href.slice(1)}"`);
    expect(html).toContain('class="app-default-submit"');
    expect(html).toContain('<input type="hidden" name="witnessed" value="false">');
  });

  it("takes a stranger's path for the whole form", () => {
    const errors = formErrors(
      [
        { code: 'custom', path: ['__proto__', 'x'], message: 'Oops, no code' },
        { code: 'custom', path: [Symbol('x')], message: '' },
      ],
      { schema, act: 'decide', texts, values: {} },
    );
    expect(errors.errorList).toEqual([{ href: '#main-content', text: '“表单”填写有误，请检查后重新填写。' }]);
  });
});
