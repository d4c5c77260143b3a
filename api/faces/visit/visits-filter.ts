import type { FunnelStep } from '../../../services/queries/cases/check-funnels';
import { resultStages } from '../../../domain/visit/state';
import { visit } from '../../../domain/visit/process';
import type { AppWorld } from '../../app-world';
import { filterChips } from '../../pages/filter-chips';
import { filterSelect } from '../../pages/filter-select';
import { hiddenConditions } from '../../pages/hidden-conditions';
import { pathTo } from '../../paths';

interface Asked {
  number: string;
  query: {
    act?: string;
    stage?: string;
    department?: string;
    result?: string;
    late?: string;
    text?: string;
    reached?: FunnelStep;
    sort?: string;
  };
  departments: string[];
  units: Record<string, string>;
}

/** The filter of a check's firms: department, how far its result is, late ones, the visit's stage, the firm. */
export function visitsFilter({ views }: AppWorld, { number, query, departments, units }: Asked) {
  const { t, has } = views.texts;
  const address = pathTo('visitsOfCheck', { number });
  const select = (
    name: 'department' | 'result' | 'late' | 'stage',
    label: string,
    items: { value: string; text: string }[],
  ) => filterSelect(views.texts, { name, label, items, chosen: query[name] });
  const fields = [
    select(
      'department',
      t('pages:visit.department'),
      departments.map((value) => ({ value, text: units[value] ?? value })),
    ),
    select(
      'result',
      t('pages:visits.result'),
      resultStages.map((value) => ({ value, text: t(`cases:results.${value}`) })),
    ),
    select(
      'stage',
      t('pages:cases.stage'),
      visit.stages.map((value) => ({ value, text: t(`cases:stages.visit.${value}`) })),
    ),
    select('late', t('pages:visits.late'), [{ value: '1', text: t('pages:visits.onlyLate') }]),
    { widget: 'text', id: 'text', name: 'text', label: { text: t('pages:visits.search') }, value: query.text },
  ];
  const asked = (without: Asked['query']) => pathTo('visitsOfCheck', { number, ...without });
  const led = [
    ...(query.act && has(`acts:${query.act}.name`)
      ? [{ text: t(`acts:${query.act}.name`), removeHref: asked({ ...query, act: undefined }) }]
      : []),
    ...(query.reached
      ? [{ text: t(`dashboard:funnel.${query.reached}`), removeHref: asked({ ...query, reached: undefined }) }]
      : []),
  ];
  const active = [...led, ...filterChips(views.texts, fields, query, asked)];
  return {
    action: address,
    clearHref: address,
    hidden: hiddenConditions(fields, query),
    active,
    fields,
  };
}
