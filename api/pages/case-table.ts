import { daysUntil } from '../../services/queries/registers/days-until';
import { unitNames } from '../../services/queries/people/unit-names';
import type { CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { caseAddress } from '../paths';
import { caseName } from './case-name';
import { dueCell } from './due-cell';
import { daysOf, partyWords, waitingOf } from './waiting-words';

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
    columns: ['title2', 'number', 'stage', 'waiting', 'due'].map((key) => ({ text: t(`pages:home.${key}`) })),
    rows: lines.map((line) => ({
      cells: [
        { ...caseName(world, units, line), href: caseAddress(line.id) },
        { text: line.number },
        { tag: { text: t(`cases:stages.${line.kind}.${line.stage}`), status: line.stage } },
        ...waitingCells(line),
      ],
    })),
    empty: { title: t('pages:home.emptyCases') },
  };

  function waitingCells(line: CaseLine) {
    const parties = waitingOf(line, asked);
    const [first] = parties;
    return [
      { lines: parties.map((party) => partyWords(world, units, party, days)) },
      dueCell(world, first?.due ?? null, first?.pendingYear ?? null, days),
    ];
  }
}
