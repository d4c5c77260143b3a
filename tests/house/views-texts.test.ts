import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueWords } from '../../api/views/text-functions';
import { listTextKeys } from '../../api/views/list-text-keys';
import { createTexts } from '../../api/views/texts';
import { processes } from '../../domain/processes';

const templates = join(__dirname, '..', '..', 'templates');
const texts = createTexts(join(templates, 'locales'), 'throw');
const { formatDate, formatDateTime, formatFileSize, formatNumber, formatShortDate } = texts;

const hbsFiles = (folder: string) =>
  readdirSync(join(templates, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name));

describe('texts', () => {
  it('has every text that a template asks for', () => {
    const uses = listTextKeys(templates);
    expect(uses.length).toBeGreaterThan(50);
    expect(
      uses.filter(({ key }) => !texts.has(key)).map(({ key, template, line }) => `${key} (${template}:${line})`),
    ).toEqual([]);
  });

  it('fills the places of a text and escapes nothing itself', () => {
    expect(texts.t('components:pagination.page', { number: 3 })).toBe('第 3 页');
    expect(texts.t('components:fileUpload.kept', { name: '<甲&乙>' })).toBe('已上传：<甲&乙>');
  });

  it('lists the keys of the catalogues', () => {
    expect(texts.keys()).toContain('components:due.today');
  });

  it.each(Object.values(processes).map((process) => process.kind))(
    'has one file for all that is said of a %s',
    (kind) => {
      const said = JSON.parse(
        readFileSync(join(templates, 'locales', 'zh-CN', 'processes', `${kind}.json`), 'utf8'),
      ) as {
        cases: Record<'kinds' | 'stages', object>;
        acts: object;
      };
      const process = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.keys(said.cases.kinds)).toEqual([kind]);
      expect(Object.keys(said.cases.stages)).toEqual([kind]);
      expect(Object.keys(said.acts)).toEqual([process]);
    },
  );

  it('refuses a text that two files say', () => {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    const write = (file: string, content: object) =>
      writeFileSync(join(folder, 'zh-CN', file), JSON.stringify(content));
    try {
      mkdirSync(join(folder, 'zh-CN', 'processes'), { recursive: true });
      write('cases.json', { kinds: { clue: '线索' } });
      write('processes/visit.json', { cases: { kinds: { visit: '检查' } } });
      expect(createTexts(folder, 'throw').keys()).toEqual(['cases:kinds.clue', 'cases:kinds.visit']);
      write('processes/draw.json', { cases: { kinds: { visit: '抽取' } } });
      expect(() => createTexts(folder, 'throw')).toThrow('cases.kinds.visit');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('templates', () => {
  it('let nothing into a page unescaped but the body of a layout', () => {
    const files = ['layouts', 'components', 'pages'].flatMap(hbsFiles);
    const raw = files.flatMap((file) =>
      (readFileSync(file, 'utf8').match(/\{\{\{[^}]*\}\}\}|\{\{&[^}]*\}\}/g) ?? []).map(
        (found) => `${file.slice(templates.length + 1)} ${found}`,
      ),
    );
    expect(raw.sort()).toEqual([
      'layouts/back-office.hbs {{{body}}}',
      'layouts/bare.hbs {{{body}}}',
      'layouts/public.hbs {{{body}}}',
    ]);
  });

  it('have no script, style or handler written into the page', () => {
    const inline = ['layouts', 'components', 'pages']
      .flatMap(hbsFiles)
      .filter((file) => /<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=/.test(readFileSync(file, 'utf8')));
    expect(inline).toEqual([]);
  });
});

describe('dates, numbers and deadlines in words', () => {
  it.each([
    ['2026-11-23', '2026年11月23日'],
    ['2026-01-05', '2026年1月5日'],
    ['2026-11-22T16:00:00.000Z', '2026年11月23日'],
    [new Date('2026-11-22T15:59:59.999Z'), '2026年11月22日'],
    [undefined, ''],
    [null, ''],
  ])('%s is %s in Shanghai', (value, shown) => expect(formatDate(value)).toBe(shown));

  it('shows times by the county clock, and a bare day without a time', () => {
    expect(formatDateTime('2026-11-22T16:05:00Z')).toBe('2026年11月23日 00:05');
    expect(formatDateTime('2026-11-23')).toBe('2026年11月23日');
    expect(formatShortDate('2026-11-03')).toBe('11月3日');
  });

  it('refuses what is no date instead of printing nonsense', () => {
    expect(() => formatDate('2026-02-30')).toThrow(RangeError);
    expect(() => formatDate('tomorrow')).toThrow('no ISO date');
  });

  it.each([
    [10_000, '10,000'],
    [0, '0'],
    ['1234567', '1,234,567'],
    [1234.5, '1,234.5'],
    [undefined, ''],
    ['', ''],
    ['A12', 'A12'],
    [12n, '12'],
  ])('%s is %s', (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KB'],
    [20 * 1024 ** 2, '20 MB'],
  ])('%d bytes are %s', (bytes, shown) => expect(formatFileSize(bytes)).toBe(shown));

  it.each([
    [-2, '逾期2个工作日'],
    [-0.5, '已逾期'],
    [0, '今天到期'],
    [3, '还有3个工作日'],
    [1200, '还有1,200个工作日'],
  ])('%d is %s', (days, words) => expect(dueWords(texts, days)).toBe(words));
});

describe('in another language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const write = (language: string, said: object) => {
    mkdirSync(join(folder, language), { recursive: true });
    writeFileSync(join(folder, language, 'pages.json'), JSON.stringify(said));
  };
  write('zh-CN', { visits: '{{unit}}有 {{total}} 件', who: '{{names}}办理', only: '只有中文' });
  write('en', {
    visits_one: '{{unit}} has {{total}} visit',
    visits_other: '{{unit}} has {{total}} visits',
    who: 'Handled by {{names}}',
  });
  const chinese = createTexts(folder, 'throw');
  const english = chinese.in('en');
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['1', '3科 has 1 visit'],
    [1, '3科 has 1 visit'],
    ['1,201', '3科 has 1,201 visits'],
    ['0', '3科 has 0 visits'],
  ])('the number among the values, %p, chooses the form', (total, said) => {
    expect(english.t('pages:visits', { unit: '3科', total })).toBe(said);
    expect(chinese.t('pages:visits', { unit: '3科', total })).toBe(`3科有 ${total} 件`);
  });

  it('sets a list as the language sets it', () => {
    expect(english.t('pages:who', { names: ['张三', '李四'] })).toBe('Handled by 张三, 李四');
    expect(chinese.t('pages:who', { names: ['张三', '李四'] })).toBe('张三、李四办理');
  });

  it('shows in the language of the county what it does not have, and fails for what nobody has', () => {
    expect(english.t('pages:only')).toBe('只有中文');
    expect(english.has('pages:only')).toBe(true);
    expect(() => english.t('pages:none')).toThrow('pages:none');
  });

  it('writes days, times and numbers in one form of its own', () => {
    expect(english.formatDate('2026-11-22T16:00:00.000Z')).toBe('23\u00a0Nov\u00a02026');
    expect(english.formatShortDate('2026-11-03')).toBe('3\u00a0Nov');
    expect(english.formatDateTime('2026-11-22T16:05:00Z')).toBe('23\u00a0Nov\u00a02026, 00:05');
    expect(english.formatDateTime('2026-11-23')).toBe('23\u00a0Nov\u00a02026');
    expect(english.formatNumber(1234567)).toBe('1,234,567');
  });
});
