import { join } from 'node:path';
import { shapeOf, type Shape } from '../../api/forms/schema-shape';
import { fieldWords } from '../../api/forms/value-words';
import { createTexts } from '../../api/views/texts';
import { processes } from '../../domain/processes';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const acts = Object.values(processes)
  .flatMap((process) => process.acts)
  .filter((act) => !act.byClock);

/** Every field of a schema that holds a value of its own, with values that it can have. */
function leaves(shape: Shape, path: string[] = []): [string, readonly unknown[]][] {
  if (shape.kind === 'list' && shape.element) {
    const element = shapeOf(shape.element);
    if (Object.keys(element.fields).length > 0) return leaves(element, [...path, '0']);
    return [[path.join('.'), [element.values.length > 0 ? element.values : ['一']]]];
  }
  const fields = Object.entries(shape.fields);
  if (shape.kind === 'object') return fields.flatMap(([name, field]) => leaves(shapeOf(field), [...path, name]));
  return [[path.join('.'), shape.values.length > 0 ? shape.values : ['一', 1, true, null]]];
}

// What was typed, and what changed meanwhile, is told field by field, also of acts whose form is a page of its own.
test.each(acts.map((act) => [act.name, act] as const))(
  '%s: every field and every choice can be said in words',
  (act, { input }) => {
    const wordless: string[] = [];
    for (const [field, values] of leaves(shapeOf(input))) {
      if (field === 'version') continue;
      try {
        const words = fieldWords({ act, schema: input, texts, choices: {} }, field);
        for (const value of values) words?.value(value);
        if (!words) wordless.push(field);
      } catch (failure) {
        wordless.push(String(failure).slice(0, 110));
      }
    }
    expect(wordless).toEqual([]);
  },
);
