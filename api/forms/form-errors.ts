import type { z } from 'zod';
import type { Texts } from '../views/texts';
import { idOf, placeOf, valueAt, type FieldPath, type Place } from './field-path';
import { fieldTexts, type FieldTexts } from './field-texts';
import { shapeOf, type Shape } from './schema-shape';

export type FormIssue =
  z.core.$ZodIssue | { code: 'custom'; path: PropertyKey[]; message: string; params?: Record<string, unknown> };

export interface FormErrors {
  /** For the `error-summary` component: one line a field, in the order of the issues. */
  errorList: { text: string; href: string }[];
  /** Message of a field by its id. */
  messages: Record<string, string>;
}

export interface ErrorContext {
  schema: z.ZodObject;
  act: string;
  texts: Texts;
  /** The input that was checked; tells a missing answer from a wrong one. */
  values: unknown;
}

const ownCode = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Answers are picked from a list instead of being written. */
function isPicked(shape: Shape): boolean {
  if (shape.kind === 'choice' || shape.meta.options || shape.meta.widget === 'file') return true;
  return shape.element ? isPicked(shapeOf(shape.element)) : false;
}

function missing(shape: Shape, label: string, { t }: FieldTexts): string {
  if (shape.meta.widget === 'file') return t('form:errors.missing.file', { label });
  if (shape.kind === 'boolean') return t('form:errors.missing.tick', { label });
  if (shape.kind === 'list' && shape.element && shapeOf(shape.element).kind === 'object')
    return t('form:errors.missing.rows', { label });
  if (isPicked(shape)) return t('form:errors.missing.choice', { label });
  if (shape.kind === 'date') return t('form:errors.missing.date', { label });
  return t('form:errors.missing.text', { label });
}

const lengthOf = (value: unknown) =>
  typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0;

type Size = Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>;

function size(issue: Size, label: string, value: unknown, { t }: FieldTexts): string {
  const of =
    issue.origin === 'string' ? 'text' : issue.origin === 'array' || issue.origin === 'set' ? 'list' : 'number';
  const count = lengthOf(value);
  if (issue.code === 'too_small')
    return t(`form:errors.tooSmall.${of}`, { label, limit: String(issue.minimum), count });
  return t(`form:errors.tooBig.${of}`, { label, limit: String(issue.maximum), count });
}

function wrong(issue: FormIssue, shape: Shape, label: string, { t }: FieldTexts): string {
  if (shape.kind === 'date') return t('form:errors.notDate', { label });
  if (issue.code === 'invalid_value') return t('form:errors.notChoice', { label });
  if (issue.code === 'invalid_type' && shape.kind === 'number')
    return t(issue.expected === 'int' ? 'form:errors.notInteger' : 'form:errors.notNumber', { label });
  if (issue.code === 'not_multiple_of') return t('form:errors.notInteger', { label });
  if (isPicked(shape)) return t('form:errors.notChoice', { label });
  if (issue.code === 'invalid_format') return t('form:errors.format', { label });
  return t('form:errors.wrong', { label });
}

/** A person cannot mend a field that they do not see: it is stale or was meddled with. */
const isHidden = ({ schema }: Place) => shapeOf(schema).meta.widget === 'hidden';

function messageOf(issue: FormIssue, place: Place, context: ErrorContext, words: FieldTexts): string {
  const shape = shapeOf(place.schema);
  if (isHidden(place)) return words.t('form:errors.hidden');
  const label = place.path.length > 0 ? words.label(place.path) : words.t('form:errors.wholeForm');
  if (ownCode.test(issue.message)) {
    const text = words.code(issue.message, { label, ...('params' in issue ? issue.params : {}) });
    if (text) return text;
  }
  const value = valueAt(context.values, place.path);
  if (value === undefined && issue.code !== 'custom') return missing(shape, label, words);
  if (issue.code === 'too_small' || issue.code === 'too_big') return size(issue, label, value, words);
  return wrong(issue, shape, label, words);
}

/** Row of a repeated part, counted as people do, for the summary where the heading is out of sight. */
function rowOf(path: FieldPath): number | undefined {
  const found = path.findLast((part): part is number => typeof part === 'number');
  return found === undefined ? undefined : found + 1;
}

/** What was wrong with a form, in the words of its fields and with what to do; the first issue of a field counts. */
export function formErrors(issues: readonly FormIssue[], context: ErrorContext): FormErrors {
  const words = fieldTexts(context.texts, context.act);
  const messages: Record<string, string> = Object.create(null) as Record<string, string>;
  const errorList: FormErrors['errorList'] = [];
  for (const issue of issues) {
    const place = placeOf(context.schema, issue.path, context.values);
    const id = isHidden(place) ? '' : idOf(place.path);
    if (id in messages) continue;
    const text = messageOf(issue, place, context, words);
    const row = rowOf(place.path);
    messages[id] = text;
    errorList.push({
      text: row ? words.t('form:errors.inRow', { row, text }) : text,
      href: `#${id || 'main-content'}`,
    });
  }
  return { errorList, messages };
}
