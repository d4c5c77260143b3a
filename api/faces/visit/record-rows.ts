import type { FieldView } from '../../forms/field-views';
import type { Choice, FormFit } from '../face';

/** The record form prints only this object's items, each under its name, not looked at until the officer says so. */
export const recordRows: FormFit = {
  values(values, { items = [] }) {
    const given = (values['rows'] ?? []) as { item?: string }[];
    const rows = items.map(
      ({ value }) => given.find((row) => row.item === value) ?? { item: value, finding: 'unchecked' },
    );
    return { ...values, rows };
  },
  fields: (fields, { items = [] }) => fields.map((field) => named(field, items)),
};

/** Nothing to choose, add or lose. */
function named(field: FieldView, items: Choice[]): FieldView {
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
}
