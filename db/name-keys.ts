import { normalForm } from '../domain/text/normal-form';

/** Columns that people search and match by, and the column beside each that holds its normal form; a list has a list beside it. */
const keysOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  check_object: { name: 'name_key', address: 'address_key', tags: 'tag_keys' },
  inspector: { name: 'name_key' },
  publication: { object_name: 'object_name_key' },
};

/** The columns of normal forms that go with these columns of a table. */
export const keyColumns = (table: string, columns: readonly string[]): string[] =>
  columns.flatMap((column) => keysOf[table]?.[column] ?? []);

/** A row of a table with the normal forms of the names that it gives; whoever writes a name writes it through here. */
export function withKeys<Row extends object>(table: string, row: Row): Row {
  const keys = Object.entries(keysOf[table] ?? {}).filter(([column]) => column in row);
  if (keys.length === 0) return row;
  const values = row as Record<string, unknown>;
  return {
    ...row,
    ...Object.fromEntries(keys.map(([column, key]) => [key, keyOf(values[column])])),
  };
}

const keyOf = (value: unknown): string | string[] =>
  Array.isArray(value) ? value.map((word) => normalForm(String(word))) : normalForm(String(value ?? ''));
