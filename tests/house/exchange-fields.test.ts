import { join } from 'node:path';
import type { z } from 'zod';
import { fieldName, fieldWords, problemWords } from '../../api/pages/connectors/message-words';
import { shapeOf } from '../../api/forms/schema-shape';
import { createTexts } from '../../api/views/texts';
import { retryableCodes } from '../../connectors/exchange/errors';
import { needlessCodes, parkCodes } from '../../domain/exchange/outbox-state';
import { recordSchemas } from '../../domain/exchange/record-check';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');

/** Every field of a record at any depth, with the codes that it may hold. */
function fieldsOf(schema: z.core.$ZodType): { name: string; codes: string[] }[] {
  const shape = shapeOf(schema);
  const inner = Object.entries(shape.fields).flatMap(([name, field]) => {
    const own = shapeOf(field);
    return [{ name, codes: own.kind === 'choice' ? own.values.map(String) : [] }, ...fieldsOf(field)];
  });
  return [...inner, ...(shape.element ? fieldsOf(shape.element) : [])];
}

test.each(Object.entries(recordSchemas))(
  'every field of a record of the kind %s has a name for people, and every code its word',
  (_kind, schema) => {
    const fields = fieldsOf(schema);
    expect(fields.length).toBeGreaterThan(5);
    expect(
      fields.filter(({ name }) => !/\p{Script=Han}/u.test(fieldName(texts, name))).map(({ name }) => name),
    ).toEqual([]);
    expect(
      fields.flatMap(({ name, codes }) =>
        codes.filter((code) => fieldWords(texts, name, code) === code).map((code) => `${name} ${code}`),
      ),
    ).toEqual([]);
  },
);

test.each([...Object.values(parkCodes), ...Object.values(needlessCodes), ...Object.values(retryableCodes)])(
  '%s is said in words, without names of fields',
  (code) => {
    const words = problemWords(texts, code, 'catalogueCode, idCode');
    expect(words).toMatch(/\p{Script=Han}/u);
    expect(words).not.toMatch(/EXCHANGE|\{\{/);
    if (code === parkCodes.incomplete || code === parkCodes.invalid)
      expect(words).toContain('目录编码、统一社会信用代码');
  },
);

test('what a platform says of its own stays as it said it, and what is unknown keeps its name', () => {
  expect(problemWords(texts, 'E4012', '目录编码不在清单内')).toBe('E4012 目录编码不在清单内');
  expect(problemWords(texts, parkCodes.tooManyAttempts, 'EXCHANGE_TIMEOUT: no answer in 15000 ms')).toBe(
    '平台收下了别的记录，这条多次尝试仍未送达，最近一次：平台没有及时答复，是否收到尚不清楚。',
  );
  expect(problemWords(texts, retryableCodes.page, '统一身份认证平台')).toContain('网页（统一身份认证平台）');
  expect(problemWords(texts, retryableCodes.page, '')).toContain('没有内容');
  expect(problemWords(texts, needlessCodes.overtaken, '12')).toContain('第 12 号');
  expect(problemWords(texts, null, null)).toBe('');
  expect(fieldName(texts, 'somethingNew')).toBe('somethingNew');
});

test('lists and parts are written out, never as data', () => {
  expect(fieldWords(texts, 'personnel', [{ name: '张三', certificateNo: 'A1' }, { name: '李四' }])).toBe(
    '姓名 张三，执法证号 A1、姓名 李四',
  );
  expect(fieldWords(texts, 'measures', ['限制参加招标', '加大检查频次'])).toBe('限制参加招标、加大检查频次');
  expect(fieldWords(texts, 'result', 'A')).toBe('发现问题待后续处理');
  expect(fieldWords(texts, 'insRes_CN', '1')).toBe('未发现问题');
});
