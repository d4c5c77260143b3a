import { valueAt, type FieldPath } from './field-path';

/** Name of the buttons that add or remove a row; they send the whole form, so nothing typed is lost. */
export const rowButton = '_rows';

export interface RowCommand {
  kind: 'add' | 'remove';
  path: FieldPath;
  row?: number;
}

const command = /^(add|remove):([A-Za-z][\w-]*(?:\.[\w-]+){0,8})(?::(\d{1,4}))?$/;

/** The command of a pressed row button, or nothing when the form itself was sent. */
export function rowCommand(body: unknown): RowCommand | undefined {
  const sent = valueAt(body, [rowButton]);
  const parts = typeof sent === 'string' ? command.exec(sent) : null;
  if (!parts) return undefined;
  const [, kind, path = '', row] = parts;
  return {
    kind: kind === 'remove' ? 'remove' : 'add',
    path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    row: row === undefined ? undefined : Number(row),
  };
}

/** The value of a row button for `rowCommand`. */
export function rowButtonValue(kind: RowCommand['kind'], path: FieldPath, row?: number): string {
  return `${kind}:${path.join('.')}${row === undefined ? '' : `:${row}`}`;
}

/**
 * A copy of the values with one row more or less. Values come from `readForm` with `keepBlankRows`;
 * a list that sent nothing was shown as one blank row, so adding makes two.
 */
export function editRows(
  values: Record<string, unknown>,
  { kind, path, row }: RowCommand,
  most = 100,
): Record<string, unknown> {
  const copy = structuredClone(values);
  const parent = valueAt(copy, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof parent !== 'object' || parent === null || last === undefined || last === '__proto__') return copy;
  const holder = parent as Record<string | number, unknown>;
  const rows = Object.hasOwn(holder, last) ? holder[last] : [{}];
  if (!Array.isArray(rows)) return copy;
  if (kind === 'add' && rows.length < most) holder[last] = [...(rows as unknown[]), {}];
  if (kind === 'remove') holder[last] = (rows as unknown[]).filter((_item, index) => index !== row);
  return copy;
}
