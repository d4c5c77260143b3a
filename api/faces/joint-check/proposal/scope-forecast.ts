import { forecastDraw, type DrawForecast, type StratumForecast } from '../../../../domain/joint-check/draw-forecast';
import { Scope, Stratum } from '../../../../domain/joint-check/scheme';
import { knownCount } from '../../../../services/queries/registers/scope-count';
import { withoutCode } from '../../../../services/queries/registers/without-code';
import type { AppWorld } from '../../../app-world';
import { asBody } from '../../../forms/as-body';
import type { Person } from '../../../person';
import { stratumWords } from '../../../views/stratum-words';

type Body = Record<string, unknown>;

/** Name of the button that counts and does nothing else. */
const forecastButton = '_forecast';

/** Whether a form was posted only to have its scope counted. */
export function asksForecast(body: Body): boolean {
  return body[forecastButton] !== undefined;
}

interface Figures {
  inScope: string;
  drawn: string;
}

/** What is known of a scheme that is being written: as far as its writer reads the register. */
interface Forecast {
  scope: Scope;
  strata: Stratum[];
  /** Strata that are written and are none. */
  wrong: number;
  forecast: DrawForecast;
  classHidden: number;
  partial: boolean;
}

/**
 * The card beside a proposal: how many departments and items are chosen, how many objects the scope holds and how many
 * would be drawn, in words and by risk class.
 * The values are as a person left them: what is no scope or no ratio is said to be wrong and counted as none.
 */
export async function proposalCard(world: AppWorld, person: Person, values: Body) {
  const { t, formatNumber } = world.views.texts;
  const tasks = asBody(values['scheme'])['tasks'];
  const lists = (Array.isArray(tasks) ? tasks : []).map((task) => asBody(task)['items']);
  const chosen = t('pages:forecast.chosen', {
    departments: lists.length,
    items: lists.reduce((sum: number, items) => sum + (Array.isArray(items) ? items.length : 0), 0),
  });
  const known = await forecastOf(world, person, values);
  if (!known) return { chosen, warnings: [t('pages:forecast.scopeWrong')], figures: [] };
  const { forecast, strata, partial, classHidden, wrong } = known;
  const codeless = await withoutCode(world.dataSource, known.scope, person);
  return {
    chosen,
    sentence: t(strata.length > 0 ? 'pages:forecast.sentence' : 'pages:forecast.onlyTotal', {
      total: formatNumber(forecast.total),
      drawn: formatNumber(forecast.drawn),
    }),
    notes: [
      ...(classHidden > 0 ? [t('pages:forecast.classHidden', { count: formatNumber(classHidden) })] : []),
      ...(partial && classHidden === 0 ? [t('pages:forecast.partial')] : []),
    ],
    warnings: [
      ...(wrong > 0 ? [t('pages:forecast.strataWrong')] : []),
      ...warningsOf(forecast),
      ...(codeless > 0 ? [t('pages:forecast.withoutCode', { count: formatNumber(codeless) })] : []),
    ],
    table: {
      id: 'forecast',
      caption: t('pages:forecast.title'),
      captionHidden: true,
      columns: [
        { text: t('pages:check.risk') },
        { text: t('pages:forecast.inScope'), kind: 'number' },
        { text: t('pages:forecast.drawn'), kind: 'number' },
      ],
      rows: [
        ...forecast.strata
          .filter((line) => line.of !== 'none' || line.inScope > 0 || line.drawn !== undefined)
          .map((line) => row(stratumWords(t, line.of), line.inScope, line.drawn)),
        ...(classHidden > 0 ? [hiddenRow(classHidden)] : []),
        row(t('pages:forecast.all'), forecast.total, forecast.drawn),
      ],
    },
    figures: Object.entries(figuresOf(world.views.texts, known)).map(([of, figures]) => ({ of, ...figures })),
  };

  function row(name: string, inScope: number, drawn: number | undefined) {
    return {
      cells: [
        { text: name },
        { text: formatNumber(inScope) },
        { text: drawn === undefined ? t('pages:forecast.none') : formatNumber(drawn) },
      ],
    };
  }

  function hiddenRow(count: number) {
    return { cells: [t('pages:forecast.hiddenClass'), formatNumber(count), '—'].map((text) => ({ text })) };
  }

  function warningsOf({ total, drawn, strata: lines }: DrawForecast): string[] {
    if (total === 0) return [t(partial ? 'pages:forecast.emptyForYou' : 'pages:forecast.empty')];
    const short = lines.filter((line): line is StratumForecast & { tooMany: number } => line.tooMany !== undefined);
    return [
      ...short.map((line) =>
        t('pages:forecast.tooMany', {
          risk: stratumWords(t, line.of),
          wished: formatNumber(line.tooMany),
          there: formatNumber(line.inScope),
        }),
      ),
      ...(strata.length > 0 && drawn === 0 && !partial ? [t('pages:forecast.nothingDrawn')] : []),
    ];
  }
}

/** What stands in the row of each stratum, by the row: how many there are, how many of them would be drawn. */
function figuresOf({ t, formatNumber }: AppWorld['views']['texts'], { forecast }: Forecast): Record<string, Figures> {
  const rows = forecast.strata.map((line) => [
    line.of,
    {
      inScope: formatNumber(line.inScope),
      drawn: line.drawn === undefined ? t('pages:forecast.none') : formatNumber(line.drawn),
    },
  ]);
  const all = { inScope: formatNumber(forecast.total), drawn: t('pages:forecast.none') };
  return { all, ...(Object.fromEntries(rows) as Record<string, Figures>) };
}

async function forecastOf(world: AppWorld, person: Person, values: Body): Promise<Forecast | undefined> {
  const scheme = asBody(values['scheme']);
  const scope = Scope.safeParse(scheme['scope'] ?? {});
  if (!scope.success) return undefined;
  const written = Array.isArray(scheme['strata']) ? scheme['strata'] : [];
  const strata = written.flatMap((stratum) => Stratum.safeParse(stratum).data ?? []);
  const counted = await knownCount(world.dataSource, person, scope.data);
  return {
    scope: scope.data,
    strata,
    wrong: written.length - strata.length,
    forecast: forecastDraw(counted, strata),
    classHidden: counted.classHidden ?? 0,
    partial: counted.partial ?? false,
  };
}
