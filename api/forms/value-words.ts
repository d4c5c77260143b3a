import type { z } from 'zod';
import { isStratumKey } from '../../domain/joint-check/scheme';
import { flat } from '../../domain/difference';
import { stratumWords } from '../views/stratum-words';
import type { Texts } from '../views/texts';
import { fieldTexts } from './field-texts';
import type { Choice } from './field-views';
import { shapeOf, type Shape } from './schema-shape';

const writtenDay = /^\d{4}-\d{2}-\d{2}$/;

/** A field of an act by its path, such as `rows.SCJG-01.finding`, and a value of it, in words. */
export interface FieldWords {
  label: string;
  value(value: unknown): string;
  /** Whether people write it in words of their own. */
  isText: boolean;
}

export interface WordsOf {
  act: string;
  schema: z.ZodObject;
  texts: Texts;
  /** Lists of choices by the name that the schema gives. */
  choices: Record<string, Choice[]>;
}

/** Words for a field of an act; nothing where the act has no such field. */
export function fieldWords({ act, schema, texts, choices }: WordsOf, field: string): FieldWords | undefined {
  const { marks, formatDate } = texts;
  const names: string[] = [];
  const labels: string[] = [];
  const words = fieldTexts(texts, act);
  let shape = shapeOf(schema);
  for (const part of field.split('.')) {
    if (shape.kind === 'list' && shape.element) {
      shape = shapeOf(shape.element);
      labels.push(nameOfRow(shape, part, { texts, choices }));
      continue;
    }
    const inner = Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
    if (!inner) return undefined;
    shape = shapeOf(inner);
    names.push(part);
    labels.push(words.label(names));
  }
  const isText = shape.kind === 'string' && shape.meta.options === undefined;
  return { label: labels.join('\u3000'), value: (value) => inWords(value, shape, names), isText };

  function inWords(value: unknown, of: Shape, at: string[]): string {
    if (value === null || value === undefined) return texts.t('form:nothing');
    if (of.meta.widget === 'file') return texts.t('form:fileCount', { count: Array.isArray(value) ? value.length : 0 });
    if (Array.isArray(value)) {
      const element = of.element ? shapeOf(of.element) : of;
      const apart = element.kind === 'object' ? marks.semicolon : marks.list;
      return value.map((one) => inWords(one, { ...element, meta: { ...of.meta, ...element.meta } }, at)).join(apart);
    }
    if (typeof value === 'object') return partsInWords(value, of, at);
    if (typeof value === 'boolean') return texts.t(value ? 'form:yes' : 'form:no');
    const text = String(value);
    if (of.kind === 'date' && writtenDay.test(text)) return formatDate(text);
    const chosen = of.meta.options && choices[of.meta.options]?.find((choice) => choice.value === text)?.text;
    if (chosen) return chosen;
    return of.kind === 'choice' ? words.option(at, text) : text;
  }

  /** A row as a whole, with the words of its fields; those that say nothing are left out. */
  function partsInWords(value: object, of: Shape, at: string[]): string {
    const said = Object.entries(of.fields).flatMap(([name, inner]) => {
      const part = (value as Record<string, unknown>)[name];
      if (part === undefined || part === null || part === '') return [];
      return [`${words.label([...at, name])}${marks.colon}${inWords(part, shapeOf(inner), [...at, name])}`];
    });
    return said.join(marks.comma);
  }
}

/** What a row of a list is about: the item, the unit, whom a stratum draws from, or its place. */
function nameOfRow(shape: Shape, key: string, { texts, choices }: Pick<WordsOf, 'texts' | 'choices'>): string {
  if (isStratumKey(key)) return stratumName(texts, key);
  const lists = Object.values(shape.fields).flatMap((field) => choices[shapeOf(field).meta.options ?? ''] ?? []);
  return lists.find((choice) => choice.value === key)?.text ?? key;
}

/** Whom a stratum draws from, by its key: a grade, who has none, or everybody. */
function stratumName({ t }: Texts, key: string): string {
  return stratumWords(t, key.slice(key.indexOf(':') + 1));
}

/** What was typed into a form, as a plain list; what a person did not see is left out. */
export function valueRows(
  of: WordsOf,
  values: Record<string, unknown>,
): { key: { text: string }; value: { text: string } }[] {
  return [...flat(values)].flatMap(([field, value]) => {
    const words = fieldWords(of, field);
    return words && field !== 'version' ? [{ key: { text: words.label }, value: { text: words.value(value) } }] : [];
  });
}
