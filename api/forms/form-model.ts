import type { z } from 'zod';
import { paths } from '../paths';
import { acceptedFiles, takenInWords } from '../../domain/files/file-kinds';
import type { Texts } from '../views/texts';
import { rowButton, rowButtonValue } from './edit-rows';
import { idOf, nameOf, valueAt, type FieldPath } from './field-path';
import { fieldTexts, type FieldTexts } from './field-texts';
import type { Choice, ChoicesView, FieldView, FieldsetView, InputView, RowView, TextareaView } from './field-views';
import { branchOf, shapeOf, type Shape } from './schema-shape';

export interface FormRequest {
  schema: z.ZodObject;
  /** Name of the act, and so of its texts: `acts:<act>.fields…`. */
  act: string;
  texts: Texts;
  /** What is in the fields now: earlier input or the present state. */
  values?: unknown;
  /** Messages by field id, from `formErrors`. */
  messages?: Record<string, string>;
  /** Lists of choices by the name that the schema gives in `.meta({ options })`. */
  options?: Record<string, Choice[]>;
  /** How large one file may be, in MB. */
  fileLimitMb?: number;
  /** Fields that the page shows in its own way. */
  without?: string[];
}

interface Workshop {
  words: FieldTexts;
  request: FormRequest;
}

const radiosAtMost = 5;
const ticksAtMost = 200;
const shortTextAtMost = 200;

const asText = (value: unknown) =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
const asTexts = (value: unknown) =>
  Array.isArray(value) ? value.map(asText).filter((text) => text !== undefined) : [];

function frame(path: FieldPath, shape: Shape, { words, request }: Workshop) {
  const label = words.label(path);
  const hint = words.optional(path, 'hint');
  const message = request.messages?.[idOf(path)];
  return {
    id: idOf(path),
    name: nameOf(path),
    label: { text: shape.optional && shape.kind !== 'boolean' ? optionalLabel(path, words) : label },
    hint: hint ? { text: hint } : undefined,
    errorMessage: message ? { text: message } : undefined,
  };
}

/** A field that may be left empty says so, or when it may not. */
function optionalLabel(path: FieldPath, words: FieldTexts): string {
  const label = words.label(path);
  const when = words.optional(path, 'when');
  return when ? words.t('form:neededWhen', { label, when }) : words.t('form:optional', { label });
}

/** The choices of a field: the caller's list, or the values of the schema with their texts. */
function choicesOf(path: FieldPath, shape: Shape, { words, request }: Workshop): Choice[] | undefined {
  const element = shape.element ? shapeOf(shape.element) : undefined;
  const source = shape.meta.options ?? element?.meta.options;
  if (source) {
    const list = request.options?.[source];
    if (list) return list;
    throw new Error(
      `The form of ${request.act} needs the list "${source}" for ${nameOf(path)}, so it cannot be shown. Pass it in "options".`,
    );
  }
  const values = shape.kind === 'choice' ? shape.values : element?.kind === 'choice' ? element.values : undefined;
  return values?.map((value) => ({ value: String(value), text: words.option(path, String(value)) }));
}

function oneOf(path: FieldPath, shape: Shape, items: Choice[], value: unknown, workshop: Workshop): FieldView {
  const { label, ...rest } = frame(path, shape, workshop);
  const widget = shape.meta.widget ?? (items.length <= radiosAtMost ? 'radios' : 'select');
  if (widget === 'select') {
    return {
      widget,
      ...rest,
      label,
      value: asText(value),
      items: [{ value: '', text: workshop.words.t('form:choose') }, ...items],
    };
  }
  const choices = shape.optional ? [...items, { value: '', text: workshop.words.t('form:none') }] : items;
  return {
    widget: 'radios',
    ...rest,
    idPrefix: rest.id,
    fieldset: { legend: label },
    value: asText(value),
    items: choices,
  };
}

function someOf(path: FieldPath, shape: Shape, items: Choice[], value: unknown, workshop: Workshop): ChoicesView {
  const { label, ...rest } = frame(path, shape, workshop);
  return {
    widget: 'checkboxes',
    ...rest,
    idPrefix: rest.id,
    fieldset: { legend: label },
    values: asTexts(value),
    items,
    classes: items.length > 10 ? 'app-choices--many' : undefined,
  };
}

function tick(path: FieldPath, shape: Shape, value: unknown, workshop: Workshop): ChoicesView {
  const { label, hint, ...rest } = frame(path, shape, workshop);
  const items = [{ value: 'on', text: label.text, hint, checked: value === true }];
  return { widget: 'checkboxes', ...rest, idPrefix: rest.id, items, unticked: true };
}

function textarea(path: FieldPath, shape: Shape, value: string | undefined, workshop: Workshop): TextareaView {
  return { widget: 'textarea', ...frame(path, shape, workshop), value, rows: 5, maxlength: shape.maximum };
}

function input(path: FieldPath, shape: Shape, value: unknown, workshop: Workshop): InputView {
  const suffix = workshop.words.optional(path, 'suffix');
  const base = { ...frame(path, shape, workshop), value: asText(value), suffix: suffix ? { text: suffix } : undefined };
  const { widget } = shape.meta;
  if (widget === 'hidden') return { ...base, widget };
  if (shape.kind === 'date' || widget === 'date') return { ...base, widget: 'date', suffix: undefined };
  if (shape.kind === 'number' || widget === 'number' || widget === 'money') {
    const decimal = widget === 'money' ? 'decimal' : 'numeric';
    return {
      ...base,
      widget: widget === 'money' ? 'money' : 'number',
      inputmode: decimal,
      classes: 'app-input--number',
      spellcheck: false,
    };
  }
  return { ...base, widget: 'text' };
}

function row(path: FieldPath, shape: Shape, index: number, removable: boolean, workshop: Workshop): RowView {
  const { words } = workshop;
  const label = words.t('form:row', { row: index + 1 });
  const fields = fieldsOf([...path, index], shape, workshop);
  const remove = {
    name: rowButton,
    value: rowButtonValue('remove', path, index),
    text: words.t('form:removeRow'),
    visuallyHiddenText: label,
  };
  return { label, fields, remove: removable ? remove : undefined };
}

function repeated(path: FieldPath, shape: Shape, element: Shape, value: unknown, workshop: Workshop): FieldsetView {
  const { label, ...rest } = frame(path, shape, workshop);
  const least = shape.minimum ?? 0;
  const count = Math.max(Array.isArray(value) ? value.length : 0, least, 1);
  const rows = Array.from({ length: count }, (_, index) =>
    row(path, element, index, count > Math.max(least, 1), workshop),
  );
  const text = workshop.words.optional(path, 'add') ?? workshop.words.t('form:addRow');
  const full = shape.maximum !== undefined && count >= shape.maximum;
  const add = { name: rowButton, value: rowButtonValue('add', path), text, classes: 'govuk-button--secondary' };
  return { widget: 'fieldset', ...rest, legend: label, rows, add: full ? undefined : add };
}

function list(path: FieldPath, shape: Shape, value: unknown, workshop: Workshop): FieldView {
  const element = shape.element ? shapeOf(shape.element) : undefined;
  if (shape.meta.widget === 'file') {
    const known = workshop.request.options?.[shape.meta.options ?? 'files'] ?? [];
    const kept = asTexts(value).map((id) => known.find((file) => file.value === id) ?? { value: id, text: id });
    const { hint, ...rest } = frame(path, shape, workshop);
    const facts = fileFacts(shape, workshop);
    return {
      widget: 'file',
      ...rest,
      hint: { text: hint ? `${hint.text}${workshop.request.texts.marks.semicolon}${facts}` : facts },
      multiple: (shape.maximum ?? 2) > 1,
      attributes: { accept: acceptedFiles },
      uploads: paths.uploads,
      signIn: paths.signIn,
      kept,
    };
  }
  if (element?.kind === 'object') return repeated(path, shape, element, value, workshop);
  const items = choicesOf(path, shape, workshop);
  if (items && items.length <= ticksAtMost) return someOf(path, shape, items, value, workshop);
  // What is counted of a list is its lines, not its characters.
  const lines = { ...textarea(path, shape, asTexts(value).join('\n') || undefined, workshop), maxlength: undefined };
  return { ...lines, hint: lines.hint ?? { text: workshop.words.t('form:onePerLine') } };
}

/** What may be chosen, before it is chosen: every kind, how large, how many. */
function fileFacts(shape: Shape, { words, request }: Workshop): string {
  const { fileLimitMb } = request;
  return words.t(fileLimitMb === undefined || shape.maximum === undefined ? 'form:files.kinds' : 'form:files.facts', {
    taken: takenInWords,
    count: shape.maximum,
    limit: fileLimitMb,
  });
}

function fieldOf(path: FieldPath, schema: z.core.$ZodType, workshop: Workshop): FieldView {
  const shape = shapeOf(schema);
  const value = valueAt(workshop.request.values, path);
  if (shape.meta.widget === 'hidden')
    return { widget: 'hidden', id: idOf(path), name: nameOf(path), value: asText(value) };
  if (shape.kind === 'boolean') return tick(path, shape, value, workshop);
  if (shape.kind === 'list') return list(path, shape, value, workshop);
  if (shape.kind === 'object') {
    const { label, ...rest } = frame(path, shape, workshop);
    return { widget: 'fieldset', ...rest, legend: label, fields: fieldsOf(path, shape, workshop) };
  }
  if (shape.kind === 'union') return union(path, shape, value, workshop);
  const items = choicesOf(path, shape, workshop);
  if (items) return oneOf(path, shape, items, value, workshop);
  const long = shape.kind === 'string' && (shape.maximum ?? 0) > shortTextAtMost;
  if (shape.meta.widget === 'textarea' || (long && shape.meta.widget !== 'text'))
    return textarea(path, shape, asText(value), workshop);
  return input(path, shape, value, workshop);
}

/** A union shows its discriminator and the fields of the branch that is chosen now, or of all branches at first. */
function union(path: FieldPath, shape: Shape, value: unknown, workshop: Workshop): FieldsetView {
  const { label, ...rest } = frame(path, shape, workshop);
  const key = shape.discriminator;
  if (!key)
    throw new Error(
      `${nameOf(path)} of ${workshop.request.act} may be several things and nothing tells which, so no form can be made. Give the union a discriminator or the act its own page.`,
    );
  const chosen = branchOf(shape, valueAt(value, [key]));
  const branches = (chosen ? [chosen] : shape.branches).map(shapeOf);
  const values = shape.branches
    .flatMap((branch) => shapeOf(branch).fields[key] ?? [])
    .flatMap((field) => shapeOf(field).values);
  const keyPath = [...path, key];
  const keyShape: Shape = { ...shape, kind: 'choice', optional: false, values, meta: {} };
  const items = choicesOf(keyPath, keyShape, workshop) ?? [];
  const fields = new Map<string, FieldView>();
  for (const branch of branches) {
    for (const [name, field] of Object.entries(branch.fields))
      if (name !== key) fields.set(name, fieldOf([...path, name], field, workshop));
  }
  return {
    widget: 'fieldset',
    ...rest,
    legend: label,
    fields: [oneOf(keyPath, keyShape, items, valueAt(value, [key]), workshop), ...fields.values()],
  };
}

function fieldsOf(path: FieldPath, shape: Shape, workshop: Workshop): FieldView[] {
  return Object.entries(shape.fields).map(([name, field]) => fieldOf([...path, name], field, workshop));
}

/**
 * The fields of an act's default form, in the order of its schema, for `{{> field this}}`.
 * @throws Error when a text or a list of choices is missing, or a part of the schema cannot be a form.
 */
export function formModel(request: FormRequest): FieldView[] {
  const workshop = { words: fieldTexts(request.texts, request.act), request };
  const without = new Set(request.without);
  return Object.entries(shapeOf(request.schema).fields)
    .filter(([name]) => !without.has(name))
    .map(([name, field]) => fieldOf([name], field, workshop));
}
