import type { z } from 'zod';
import { givenText } from '../../domain/text/given-text';
import { branchOf, shapeOf, type Shape } from './schema-shape';

type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: Plain, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
const last = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);

const fullWidth = /[\uff0d\uff0e\uff10-\uff19\uff0c]/g;
const toHalfWidth = (text: string) =>
  text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
const plainNumber = /^-?\d+(?:\.\d+)?$/;
const groupedNumber = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const writtenDay = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/;

/** As the system keeps it and trimmed, nothing for an empty text. Control characters stay, for the schema to refuse. */
function readText(value: unknown): unknown {
  const single = last(value);
  if (typeof single !== 'string') return single ?? undefined;
  const text = givenText(single).replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : text;
}

/** A number only where the text is one exactly; else the text stays and the schema reports it. */
function readNumber(value: unknown): unknown {
  const text = readText(value);
  if (typeof text !== 'string') return text;
  const half = toHalfWidth(text);
  if (!plainNumber.test(half) && !groupedNumber.test(half)) return text;
  const number = Number(half.replaceAll(',', ''));
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}

function readDay(value: unknown): unknown {
  const text = readText(value);
  const parts = typeof text === 'string' ? writtenDay.exec(toHalfWidth(text)) : null;
  if (!parts) return text;
  const [, year, month = '', dayOfMonth = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

/** A tick posts 'on' after the hidden 'false' of its field, so one true answer is enough. */
function readTick(value: unknown): unknown {
  const answers = (Array.isArray(value) ? value : [value]).map(readText);
  if (answers.some((answer) => answer === 'on' || answer === 'true' || answer === true)) return true;
  if (answers.some((answer) => answer === 'false' || answer === false)) return false;
  return answers.at(-1);
}

function readChoice(value: unknown, shape: Shape): unknown {
  const text = readText(value);
  return shape.values.find((choice) => typeof choice === 'number' && String(choice) === text) ?? text;
}

const index = /^(?:0|[1-9]\d{0,8})$/;

/** The items of a list: an array, an object keyed by index (in that order, holes closed), or one value. */
function itemsOf(value: unknown, element: Shape): unknown[] | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value as unknown[];
  if (isObject(value)) {
    const keys = Object.keys(value)
      .filter((key) => index.test(key))
      .sort((a, b) => Number(a) - Number(b));
    return keys.map((key) => value[key]);
  }
  if (typeof value === 'string' && (element.kind === 'string' || element.kind === 'number'))
    return value.split(/\r\n|\r|\n/);
  return [value];
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(isBlank));

export interface ReadOptions {
  /** Rows without any content stay; for showing the form again, not for checking it. */
  keepBlankRows?: boolean;
}

function readList(value: unknown, shape: Shape, options: ReadOptions): unknown {
  if (!shape.element) return undefined;
  const { element } = shape;
  const items = itemsOf(value, shapeOf(element))?.map((item) => readValue(item, element, options));
  if (!items) return undefined;
  const kept =
    options.keepBlankRows && shapeOf(element).kind === 'object' ? items : items.filter((item) => !isBlank(item));
  return kept.length === 0 && shape.optional ? undefined : kept;
}

function readObject(value: unknown, shape: Shape, options: ReadOptions): Plain {
  const from = isObject(value) ? value : {};
  const entries = Object.entries(shape.fields).map(
    ([key, field]) => [key, readValue(own(from, key), field, options)] as const,
  );
  return Object.fromEntries(entries.filter(([, read]) => read !== undefined));
}

function readRecord(value: unknown): unknown {
  if (!isObject(value)) return readText(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, inner]) => [key, readText(inner)]),
  );
}

function readValue(value: unknown, schema: z.core.$ZodType, options: ReadOptions): unknown {
  const shape = shapeOf(schema);
  if (shape.kind === 'object') {
    const read = readObject(value, shape, options);
    return shape.optional && isBlank(read) ? undefined : read;
  }
  if (shape.kind === 'list') return readList(value, shape, options);
  if (shape.kind === 'number') return readNumber(value);
  if (shape.kind === 'date') return readDay(value);
  if (shape.kind === 'boolean') return readTick(value);
  if (shape.kind === 'choice') return readChoice(value, shape);
  if (shape.kind === 'record') return readRecord(value);
  if (shape.kind === 'union' && shape.discriminator && isObject(value)) {
    const branch = branchOf(shape, readText(own(value, shape.discriminator)));
    return branch
      ? readValue(value, branch, options)
      : { [shape.discriminator]: readText(own(value, shape.discriminator)) };
  }
  return isObject(value) ? undefined : readText(value);
}

/**
 * The posted body of a form as plain input for its schema. Only fields of the schema are read, so that
 * `_csrf`, `submissionId`, buttons and anything a stranger adds never reach a rule.
 */
export function readForm(schema: z.ZodObject, body: unknown, options: ReadOptions = {}): Plain {
  return readObject(body, shapeOf(schema), options);
}
