import { join } from 'node:path';
import { createCaseActivities } from '../../activities/cases';
import { createDocumentActivities } from '../../activities/documents';
import { formModel } from '../../api/forms/form-model';
import { shapeOf } from '../../api/forms/schema-shape';
import { createTexts } from '../../api/views/texts';
import type { Act } from '../../domain/act';
import { processes } from '../../domain/processes';
import type { z } from 'zod';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const acts = Object.values(processes).flatMap((process) => process.acts);
const open = acts.filter((act) => !act.byClock);
const named = (list: readonly Act[]) => list.map((act): [string, Act] => [act.name, act]);

/** Names of the lists of choices that a schema asks the page for, at any depth. */
function optionLists(schema: z.core.$ZodType): string[] {
  const shape = shapeOf(schema);
  const inner = [...Object.values(shape.fields), ...(shape.element ? [shape.element] : []), ...shape.branches];
  return [...(shape.meta.options ? [shape.meta.options] : []), ...inner.flatMap(optionLists)];
}

/** Every text of a schema that a person may fill in, at any depth. */
function textFields(schema: z.core.$ZodType, path = ''): [string, z.core.$ZodType][] {
  const shape = shapeOf(schema);
  if (shape.kind === 'string' || shape.kind === 'date') return [[path, schema]];
  const parts: [string, z.core.$ZodType][] = [
    ...Object.entries(shape.fields),
    ...(shape.element ? [['[]', shape.element] as [string, z.core.$ZodType]] : []),
  ];
  return parts.flatMap(([name, part]) => textFields(part, `${path}.${name}`));
}

// A NUL cannot be stored: the act would be tried for ever and its case would stand still.
test.each(named(open))('%s takes no control characters in any text', (_name, act) => {
  const taken = textFields(act.input)
    .filter(([, field]) => (field as z.ZodType).safeParse('一二三四五\u0000六七八').success)
    .map(([path]) => path);
  expect(taken).toEqual([]);
});

test.each([...Object.keys(createCaseActivities({} as never)), ...Object.keys(createDocumentActivities({} as never))])(
  '%s can be said in the supervisor’s timeline',
  (work) => {
    expect(texts.t(`supervision:work.${work}`).trim()).not.toBe('');
  },
);

test.each(named(acts))('%s is named, and what it did can be said in the timeline', (name) => {
  for (const word of ['name', 'done']) expect(texts.t(`acts:${name}.${word}`).trim()).not.toBe('');
});

test.each(named(open))('%s has a button, an intro, and words for every field of its form', (name, act) => {
  expect(texts.t(`acts:${name}.button`).trim()).not.toBe('');
  expect(texts.has(`acts:${name}.intro`)).toBe(true);
  const lists = optionLists(act.input);
  const options = Object.fromEntries(
    [...new Set([...lists, 'files'])].map((list) => [list, [{ value: 'A', text: '甲' }]]),
  );
  // One row in every list of parts, so that the words of its fields are asked for, too.
  const values = Object.fromEntries(
    Object.entries(act.input.shape).map(([key, field]) => [
      key,
      shapeOf(field as z.core.$ZodType).kind === 'list' ? [{}] : undefined,
    ]),
  );
  // The scheme has a page of its own, which is opened with every role beside the access matrix.
  const fields = formModel({ schema: act.input, act: name, texts, options, values, without: ['scheme'] });
  const shown = Object.entries(act.input.shape).filter(
    ([key, field]) => key !== 'scheme' && shapeOf(field as z.core.$ZodType).meta.widget !== 'hidden',
  );
  expect(fields.length).toBeGreaterThanOrEqual(shown.length);
});
