import type { Refusal } from '../../../domain/refusal';
import type { Changed } from '../../../services/queries/cases/changed-since';
import type { AppWorld } from '../../app-world';
import type { Table } from '../../faces/facts';
import type { RowWords } from './row-words';

/** What another changed in a row since it was read, as the plain list that acts on cases have; nothing for other refusals. */
export function rowChangesTable(
  world: AppWorld,
  refusal: Refusal | undefined,
  words: Pick<RowWords, 'column' | 'value'>,
): Table | undefined {
  const { t, formatDateTime } = world.views.texts;
  const changed = (refusal?.details as { changed?: Changed[] } | undefined)?.changed;
  if (refusal?.code !== 'STALE_VERSION' || !changed || changed.length === 0) return undefined;
  return {
    id: 'changed',
    caption: t('pages:act.changed'),
    stacked: true,
    columns: ['changedField', 'changedWas', 'changedIs', 'changedBy'].map((key) => ({ text: t(`pages:act.${key}`) })),
    rows: changed.map(({ field, was, is, by, at }) => ({
      cells: [
        { text: words.column(field) },
        { text: words.value(field, was) },
        { text: words.value(field, is) },
        { text: by ?? '', hint: formatDateTime(at) },
      ],
    })),
  };
}

/** The version that stands, once a person was told what changed since the one they had read. */
export function versionNow(refusal: Refusal): { version?: number } {
  const { current } = refusal.details as { current?: number };
  return refusal.code === 'STALE_VERSION' && current !== undefined ? { version: current } : {};
}
