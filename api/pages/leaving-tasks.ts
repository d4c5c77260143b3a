import { releaseDepartment } from '../../domain/joint-check/acts/release-department';
import { terminate } from '../../domain/joint-check/acts/terminate';
import { jointCheck } from '../../domain/joint-check/process';
import { leavingDepartments } from '../../services/queries/cases/leaving-departments';
import { unitNames } from '../../services/queries/people/unit-names';
import type { AppWorld } from '../app-world';
import { caseAddress, pathTo } from '../paths';
import type { Person } from '../person';

/** More than these are looked at one after another. */
const atMost = 20;

/**
 * Rows of 待办 for units that inspect no longer and still have parts of visits: the office's director releases them, or ends
 * a check that has lost its lead; the lead is told whom its visits wait for.
 */
export async function leavingTasks(world: AppWorld, person: Person) {
  const { t } = world.views.texts;
  const decides = person.capacities.includes('officeDirector');
  if (!decides && !person.capacities.includes('departmentHandler')) return [];
  const leaving = await leavingDepartments(world.dataSource, decides ? {} : { lead: person.department });
  const units = await unitNames(world.dataSource);
  return leaving.slice(0, atMost).map(({ department, check, number, title, lead, ended, visits }) => {
    const act = department === lead && !ended ? terminate : releaseDepartment;
    const doing = {
      text: t(`acts:${act.name}.name`),
      href: pathTo('caseAct', { kind: jointCheck.kind, number, act: act.name }),
    };
    return {
      cells: [
        decides ? doing : { text: t('pages:leaving.ask'), href: caseAddress(check) },
        { text: title, hint: t('pages:leaving.visits', { unit: units[department] ?? department, count: visits }) },
        { text: number },
        { tag: { text: t('pages:leaving.blocked'), status: 'attention' } },
      ],
    };
  });
}
