import { daysUntil } from '../../services/queries/registers/days-until';
import { unitNames } from '../../services/queries/people/unit-names';
import type { CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { caseAddress } from '../paths';
import { caseName } from './case-name';
import { daysOf, waitingCells } from './waiting-words';

/**
 * Cases as a dense table: what, where it stands, whom it waits for, until when.
 * @param asked unit that the list is about: its own terms come first
 */
export async function caseTable(world: AppWorld, lines: CaseLine[], caption: string, asked?: string) {
  const { t } = world.views.texts;
  const units = await unitNames(world.dataSource);
  const days = await daysUntil(world.dataSource, daysOf(lines), world.now());
  return {
    id: 'cases',
    caption,
    captionHidden: true,
    stacked: true,
    columns: ['title2', 'number', 'stage', 'waiting', 'due'].map((key) => ({
      text: t(`pages:home.${key}`),
      kind: key === 'number' ? 'code' : key === 'due' ? 'date' : undefined,
    })),
    rows: lines.map((line) => ({
      cells: [
        { ...caseName(world, units, line), href: caseAddress(line.id) },
        { text: line.number },
        { tag: { text: t(`cases:stages.${line.kind}.${line.stage}`), status: line.stage } },
        ...waitingCells(world, units, line, days, asked),
      ],
    })),
    empty: { title: t('pages:home.emptyCases') },
  };
}
