import { isDay } from '../../../../domain/calendar/iso-day';
import { Scope, Stratum } from '../../../../domain/joint-check/scheme';
import { itemNames } from '../../../../services/queries/cases/visit-view';
import { asBody } from '../../../forms/as-body';
import { row, type FactsContext, type Row } from '../../facts';
import { scopeLines } from '../scope-lines';
import { strataLines } from '../strata-lines';
import type { ProposalStep } from './proposal-steps';

type Body = Record<string, unknown>;

/** What a person looks over before they send it, step by step; of the values nothing is sure, and what is not there is said. */
export async function reviewOf({ world, units, t }: FactsContext, values: Body) {
  const { formatDate, marks } = world.views.texts;
  const scheme = asBody(values['scheme']);
  const tasks = (Array.isArray(scheme['tasks']) ? scheme['tasks'] : []).map(asBody);
  const codes = tasks.flatMap((task) => texts(task['items']));
  const [names, lines] = await Promise.all([itemNames(world.dataSource, codes), scopeLines(world)]);
  const missing = t('pages:proposal.missing');
  const scope = Scope.safeParse(scheme['scope'] ?? {});
  const strata = (Array.isArray(scheme['strata']) ? scheme['strata'] : []).flatMap(
    (stratum) => Stratum.safeParse(stratum).data ?? [],
  );
  const day = (name: string) => {
    const written = text(scheme[name]);
    return isDay(written) ? formatDate(written) : written || missing;
  };
  const say = (key: string, value: string | string[] | undefined): Row[] => row(t(key), value);
  const steps: Record<Exclude<ProposalStep, 'review'>, Row[]> = {
    time: [
      ...say('pages:proposal.name', text(scheme['title']) || missing),
      ...say('pages:proposal.purpose', text(scheme['purpose'])),
      ...say('pages:check.window', t('pages:check.windowValue', { from: day('windowFrom'), to: day('windowTo') })),
    ],
    tasks:
      tasks.length > 0
        ? tasks.flatMap((task) => {
            const unit = String(task['department']);
            return row(units[unit] ?? unit, [
              ...texts(task['items']).map((code) => names[code] ?? code),
              t('pages:proposal.officersLine', { count: text(task['officers']) || missing }),
              ...(texts(task['qualifications']).length > 0
                ? [`${t('pages:check.qualifications')}${marks.colon}${texts(task['qualifications']).join(marks.list)}`]
                : []),
            ]);
          })
        : say('pages:proposal.tasks', missing),
    scope: [
      ...say('pages:check.scope', scope.success ? lines(scope.data) : t('pages:forecast.scopeWrong')),
      ...say('pages:check.strata', strata.length > 0 ? strataLines(t, { strata }) : missing),
      ...say('pages:check.perTrip', text(scheme['objectsPerTrip'])),
      ...say('pages:check.excludeOpen', t(scheme['excludeOpenChecks'] ? 'pages:check.yes' : 'pages:check.no')),
      ...say('pages:check.openAtOnce', t(scheme['openAtOnce'] ? 'pages:check.atOnce' : 'pages:check.afterVisits')),
      ...say('pages:check.unannounced', text(scheme['unannouncedBasis'])),
    ],
  };
  return (['time', 'tasks', 'scope'] as const).map((step) => ({
    step,
    title: t(`pages:proposal.steps.${step}`),
    rows: steps[step],
  }));
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
