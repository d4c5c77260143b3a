import type { Act } from '../../../domain/act';
import { showCase, type CaseView } from '../../../services/queries/cases/show-case';
import { faces } from '../../faces';
import type { FactsContext } from '../../faces/facts';
import { sentBackRows } from '../../faces/sent-back-rows';
import { formModel } from '../../forms/form-model';
import type { FieldView } from '../../forms/field-views';
import type { FoundRow, ManyAct } from './find-many';
import type { SentRow } from './read-many';

/** What an opened row shows: the same as the page of the act on this case alone. */
export async function openedRow(context: FactsContext, found: ManyAct, { one }: FoundRow, said: SentRow) {
  const { act, many } = found;
  const view = await showCase(context.world.dataSource, context.person, one.id);
  if (!view) return undefined;
  const face = faces[view.kind];
  const [sentBack, about, beside] = await Promise.all([
    sentBackRows(context, view, act),
    face.about(context, view, act),
    many.beside?.(context, one),
  ]);
  const empty = about.rows.length + about.records.length === 0;
  const facts = empty ? await face.facts(context, view) : undefined;
  const records = (facts?.records ?? about.records).map((record) => ({
    ...record,
    id: `${one.number}-${record.id}`,
    table: { ...record.table, id: `${one.number}-${record.table.id}` },
  }));
  return {
    rows: [...sentBack, ...(facts?.rows ?? about.rows)],
    records,
    beside: beside && { ...beside, id: `${one.number}-beside` },
    fields: many.inOpened ? await fieldsOf(context, act, view, said, many.inOpened) : [],
  };
}

/** The act's own fields, under the names of the row. */
async function fieldsOf(
  context: FactsContext,
  act: Act,
  view: CaseView,
  said: SentRow,
  names: readonly string[],
): Promise<FieldView[]> {
  const face = faces[view.kind];
  const choices = await face.choices(context, view);
  const model = formModel({
    schema: act.input,
    act: act.name,
    texts: context.world.views.texts,
    values: said.values,
    options: choices,
    without: Object.keys(act.input.shape).filter((name) => !names.includes(name)),
  });
  const fit = face.fits[act.name];
  return (fit ? fit.fields(model, choices) : model).map((field) => inRow(field, view.number));
}

/** A field under the name that it has in the row of a case. */
export function inRow(field: FieldView, number: string): FieldView {
  const id = `row-${number}-${field.id}`;
  const renamed = { ...field, id, name: `rows[${number}][fields][${field.name}]` };
  return 'idPrefix' in renamed ? { ...renamed, idPrefix: id } : renamed;
}
