import { processOf } from '../../../domain/processes';
import type { Refusal } from '../../../domain/refusal';
import type { Changed } from '../../../services/queries/cases/changed-since';
import { fieldWords } from '../../forms/value-words';
import type { Choices } from '../../faces/face';
import type { Texts } from '../../views/texts';
import type { Table } from '../../faces/facts';
import type { ShownAct } from './act-form';

/** What another changed since the form was opened, as a plain list: the field, what it was, what it is, who and when. */
export function changedTable(
  texts: Texts,
  { view, act }: ShownAct,
  refusal: Refusal | undefined,
  choices: Choices,
): Table | undefined {
  const changed = (refusal?.details as { changed?: Changed[] } | undefined)?.changed;
  if (refusal?.code !== 'STALE_VERSION' || !view || !changed || changed.length === 0) return undefined;
  const { t, formatDateTime } = texts;
  const acts = [act, ...processOf(view.id).acts.filter((other) => other !== act)];
  return {
    id: 'changed',
    caption: t('pages:act.changed'),
    stacked: true,
    columns: ['changedField', 'changedWas', 'changedIs', 'changedBy'].map((key) => ({ text: t(`pages:act.${key}`) })),
    rows: changed.map(({ field, was, is, by, at }) => {
      const words = acts
        .map((one) => fieldWords({ act: one.name, schema: one.input, texts, choices }, field))
        .find((found) => found !== undefined);
      const say = (value: unknown) =>
        words?.value(value) ?? (value === null ? t('form:nothing') : JSON.stringify(value));
      return {
        cells: [
          { text: words?.label ?? field },
          { text: say(was) },
          { text: say(is) },
          { text: by ?? '', hint: formatDateTime(at) },
        ],
      };
    }),
  };
}
