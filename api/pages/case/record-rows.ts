import type { FieldView } from '../../forms/field-views';

type Choice = { value: string; text: string };

/** One row for each of this object's items, in order unless the officer says otherwise. */
export function withItemRows(values: Record<string, unknown>, items: Choice[]): Record<string, unknown> {
  const given = (values['rows'] ?? []) as { item?: string }[];
  const rows = items.map(({ value }) => given.find((row) => row.item === value) ?? { item: value, finding: 'inOrder' });
  return { ...values, rows };
}

/** The form prints only this object's items, each under its name: nothing to choose, add or lose. */
export function nameItemRows(fields: FieldView[], items: Choice[]): FieldView[] {
  return fields.map((field) => {
    if (field.widget !== 'fieldset' || field.name !== 'rows' || !field.rows) return field;
    const rows = field.rows.map((row, index) => ({
      ...row,
      label: items[index]?.text ?? row.label,
      remove: undefined,
      fields: row.fields.map((part): FieldView =>
        part.name.endsWith('[item]')
          ? { widget: 'hidden', id: part.id, name: part.name, value: items[index]?.value }
          : part,
      ),
    }));
    return { ...field, rows, add: undefined };
  });
}
