import type { Act } from '../../domain/act';
import { processOf } from '../../domain/processes';
import type { CaseView } from '../../services/queries/cases/show-case';
import { accountNames } from '../../services/queries/people/account-names';
import { row, type FactsContext, type Row } from './facts';

/** Why the work came back, who sent it and when: what stands on top of the form by which it is done again. */
export async function sentBackRows({ world, person, t }: FactsContext, view: CaseView, act: Act): Promise<Row[]> {
  const { formatDateTime } = world.views.texts;
  const sent = processOf(view.id).sentBack?.(view.state, act.name, person.department);
  if (!sent) return [];
  const names = await accountNames(world.dataSource, [sent.by]);
  const who = names[sent.by];
  return [
    ...row(t('pages:act.sentBackReason'), sent.reason ?? t('pages:act.sentBackByOneself')),
    ...row(
      t('pages:act.sentBackBy'),
      who ? t('pages:act.sentBackByAt', { who, at: formatDateTime(sent.at) }) : formatDateTime(sent.at),
    ),
  ];
}
