import Handlebars from 'handlebars';

const attributeName = /^[a-zA-Z_:][a-zA-Z0-9_:.-]*$/;

interface Choice {
  value?: unknown;
  text?: unknown;
  checked?: boolean;
  selected?: boolean;
}

/** The attributes of an element, each with a space before it; names that are no attribute names are an error. */
function attrs(attributes: unknown): Handlebars.SafeString {
  if (typeof attributes !== 'object' || attributes === null) return new Handlebars.SafeString('');
  const parts = Object.entries(attributes).map(([name, value]) => {
    if (!attributeName.test(name))
      throw new Error(`"${name}" is no attribute name, so the element would break. Use letters, digits and hyphens.`);
    return ` ${name}="${Handlebars.escapeExpression(value === undefined || value === null ? '' : String(value))}"`;
  });
  return new Handlebars.SafeString(parts.join(''));
}

/** Ids for aria-describedby: those given, then the hint's, then the message's. */
function describingIds(given: unknown, id: unknown, hint: unknown, errorMessage: unknown): string {
  return [given, hint && `${String(id)}-hint`, errorMessage && `${String(id)}-error`].filter(Boolean).join(' ');
}

function describedByAttribute(ids: string): Handlebars.SafeString {
  return new Handlebars.SafeString(ids ? ` aria-describedby="${Handlebars.escapeExpression(ids)}"` : '');
}

function described(given: unknown, id: unknown, hint: unknown, errorMessage: unknown): Handlebars.SafeString {
  return describedByAttribute(describingIds(given, id, hint, errorMessage));
}

/** A choice outside a fieldset carries the group's hint and message itself. */
function itemDescribed(item: { hint?: { text?: unknown } }, id: unknown, inherited: unknown): Handlebars.SafeString {
  const own = item.hint?.text ? `${String(id)}-item-hint` : '';
  return describedByAttribute([typeof inherited === 'string' ? inherited : '', own].filter(Boolean).join(' '));
}

/** The first choice keeps the group's id, so that the error summary can link to it. */
function itemId(item: { id?: unknown }, prefix: unknown, index: number): string {
  return item.id ? String(item.id) : `${String(prefix)}${index > 0 ? `-${index + 1}` : ''}`;
}

function isChosen(item: Choice, value: unknown): boolean {
  if (item.checked !== undefined && item.checked !== null) return item.checked;
  if (value === undefined || value === null || value === '') return false;
  return String(item.value) === String(value);
}

function isAmong(item: Choice, values: unknown): boolean {
  if (item.checked !== undefined && item.checked !== null) return item.checked;
  return Array.isArray(values) && values.map(String).includes(String(item.value));
}

function isSelected(item: Choice, value: unknown): boolean {
  if (item.selected !== undefined && item.selected !== null) return item.selected;
  if (value === undefined || value === null || value === '') return false;
  return String(item.value ?? item.text) === String(value);
}

/** Whether a column for actions is needed at all. */
function anyActions(rows: unknown): boolean {
  return (
    Array.isArray(rows) &&
    rows.some((row: { actions?: { items?: unknown[] } } | null) => Boolean(row?.actions?.items?.length))
  );
}

interface MaybeRows {
  add?: unknown;
  rows?: unknown;
  fields?: MaybeRows[];
}

/** Whether buttons for rows come before the form's own, so that the Enter key would press one of them. */
function anyRows(fields: unknown): boolean {
  return (
    Array.isArray(fields) &&
    fields.some((field: MaybeRows) => Boolean(field.add) || Boolean(field.rows) || anyRows(field.fields))
  );
}

/** Share of the work done, in whole per cent between 0 and 100. */
function percent(value: number, max: number): number {
  return max > 0 ? Math.min(100, Math.max(0, Math.floor((value / max) * 100))) : 0;
}

const isOverdue = (days: unknown) => typeof days === 'number' && days < 0;

interface Cell {
  text?: unknown;
  lines?: unknown[];
  links?: unknown[];
  tag?: unknown;
  due?: unknown;
  hint?: unknown;
  form?: unknown;
  changes?: unknown[];
}

/** Whether a cell says nothing, so that a card on a phone leaves its line out; a zero is something. */
function isEmptyCell({ text, lines, links, tag, due, hint, form, changes }: Cell): boolean {
  const said = text !== undefined && text !== null && text !== '';
  return !said && !lines?.length && !links?.length && !tag && !due && !hint && !form && !changes?.length;
}

const wholes = [
  /^[0-9A-Z][0-9A-Z-]{5,}$/,
  /^[-+]?\d[\d,.]*%?$/,
  /^\d{4}\D\d{1,2}\D\d{1,2}\D/,
  /^\d{1,2} [A-Z][a-z]+ \d{4}/,
];

/** Whether a cell is a number, a code or a day, which never breaks over lines, whatever column it stands in. */
function isWholeCell({ text }: Cell): boolean {
  return wholes.some((whole) => whole.test(String(text ?? '')) && String(text).length <= 30);
}

/** Functions that only component templates need. */
export const componentFunctions = {
  attrs,
  described,
  describingIds,
  itemDescribed,
  itemId,
  isChosen,
  isAmong,
  isSelected,
  anyActions,
  anyRows,
  percent,
  isOverdue,
  isEmptyCell,
  isWholeCell,
};
