import { daysUntil } from '../../services/queries/registers/days-until';
import { unitNames } from '../../services/queries/people/unit-names';
import type { CaseColumn, CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { caseAddress } from '../paths';
import { caseName } from './case-name';
import { daysOf, waitingCells } from './waiting-words';

interface CaseTable {
  /** Unit that the list is about: its own terms come first. */
  asked?: string;
  /** What the head of a column leads to, where the list can be sorted by it. */
  sorted?: (column: CaseColumn) => object;
}

const sortable: Record<string, CaseColumn> = { title2: 'title', number: 'number', stage: 'stage', due: 'due' };

/** Cases as a dense table: what, where it stands, whom it waits for, until when. */
export async function caseTable(
  world: AppWorld,
  lines: CaseLine[],
  caption: string,
  { asked, sorted }: CaseTable = {},
) {
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
      classes: key === 'waiting' ? 'app-table__words' : undefined,
      sort: sortable[key] && sorted?.(sortable[key]),
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
