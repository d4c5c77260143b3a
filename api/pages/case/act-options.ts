import type { JointCheckState } from '../../../domain/joint-check/state';
import type { VisitState } from '../../../domain/visit/state';
import { authorisationChoices, checkItemChoices, officerChoices } from '../../../services/queries/cases/act-choices';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import type { Person } from '../../person';

type Choice = { value: string; text: string };

/** The lists that forms of acts choose from, as far as this case has them. */
export async function actOptions(world: AppWorld, view: CaseView, person: Person): Promise<Record<string, Choice[]>> {
  const { dataSource } = world;
  const units = await unitNames(dataSource);
  const options: Record<string, Choice[]> = {
    departments: Object.entries(units)
      .filter(([code]) => code !== 'OFFICE')
      .map(([value, text]) => ({ value, text })),
    files: [],
    items: [],
    officers: [],
    conditions: [],
    authorisations: (await authorisationChoices(dataSource)).map((entry) => ({
      value: entry.id,
      text: `${entry.document}（${entry.scope}）`,
    })),
  };
  if (view.kind === 'joint-check') {
    const { conditions } = view.state as JointCheckState;
    options['conditions'] = conditions.flatMap((condition, index) =>
      condition.fulfilled ? [] : [{ value: String(index), text: condition.text }],
    );
  }
  if (view.kind === 'visit') {
    const { check } = view.state as VisitState;
    options['items'] = (await checkItemChoices(dataSource, check, person.department)).map((item) => ({
      value: item.code,
      text: item.name,
    }));
    options['officers'] = (await officerChoices(dataSource, person.department)).map((officer) => ({
      value: officer.id,
      text: `${officer.name}（${officer.staffNo}）`,
    }));
  }
  return options;
}
