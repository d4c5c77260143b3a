import { daysUntil } from '../../services/queries/registers/days-until';
import { unitNames } from '../../services/queries/people/unit-names';
import type { CaseLine } from '../../services/queries/cases/list-cases';
import type { AppWorld } from '../app-world';
import { caseAddress } from '../paths';
import { caseName } from './case-name';
import { dueCell } from './due-cell';

/** Cases as a dense table: what, where it stands, whom it waits for, until when. */
export async function caseTable(world: AppWorld, lines: CaseLine[], caption: string) {
  const { t } = world.views.texts;
  const units = await unitNames(world.dataSource);
  const days = await daysUntil(
    world.dataSource,
    lines.flatMap((line) => line.due ?? []),
    world.now(),
  );
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
        {
          lines: [
            ...new Set(
              line.waiting.map(
                (party) => `${units[party.department] ?? party.department} ${t(`cases:capacities.${party.capacity}`)}`,
              ),
            ),
          ],
        },
        dueCell(world, line.due, null, days),
      ],
    })),
    empty: { title: t('pages:home.emptyCases') },
  };
}
