import { forecastDraw, type DrawForecast, type StratumForecast } from '../../../../domain/joint-check/draw-forecast';
import { Scope, Stratum } from '../../../../domain/joint-check/scheme';
import { scopeCount } from '../../../../services/queries/registers/scope-count';
import { withoutCode } from '../../../../services/queries/registers/without-code';
import type { AppWorld } from '../../../app-world';
import { asBody } from '../../../forms/as-body';
import { stratumWords } from '../../../views/stratum-words';

type Body = Record<string, unknown>;

/** Name of the button that counts and does nothing else. */
const forecastButton = '_forecast';

/** Whether a form was posted only to have its scope counted. */
export function asksForecast(body: Body): boolean {
  return body[forecastButton] !== undefined;
}

/**
 * How many objects the scope on a form holds and how many would be drawn, in words and by risk class.
 * The values are as a person left them: what is no scope or no ratio is said to be wrong and counted as none.
 */
export async function scopeForecast(world: AppWorld, values: Body) {
  const { t, formatNumber } = world.views.texts;
  const scheme = asBody(values['scheme']);
  const scope = Scope.safeParse(scheme['scope'] ?? {});
  if (!scope.success) return { warnings: [t('pages:forecast.scopeWrong')] };
  const written = Array.isArray(scheme['strata']) ? scheme['strata'] : [];
  const strata = written.flatMap((stratum) => Stratum.safeParse(stratum).data ?? []);
  const [counted, codeless] = await Promise.all([
    scopeCount(world.dataSource, scope.data),
    withoutCode(world.dataSource, scope.data),
  ]);
  const forecast = forecastDraw(counted, strata);
  return {
    sentence: t(strata.length > 0 ? 'pages:forecast.sentence' : 'pages:forecast.onlyTotal', {
      total: formatNumber(forecast.total),
      drawn: formatNumber(forecast.drawn),
    }),
    warnings: [
      ...(strata.length < written.length ? [t('pages:forecast.strataWrong')] : []),
      ...warningsOf(forecast, strata.length > 0),
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
        row(t('pages:forecast.all'), forecast.total, forecast.drawn),
      ],
    },
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

  function warningsOf({ total, drawn, strata: lines }: DrawForecast, wished: boolean): string[] {
    if (total === 0) return [t('pages:forecast.empty')];
    const short = lines.filter((line): line is StratumForecast & { tooMany: number } => line.tooMany !== undefined);
    return [
      ...short.map((line) =>
        t('pages:forecast.tooMany', {
          risk: stratumWords(t, line.of),
          wished: formatNumber(line.tooMany),
          there: formatNumber(line.inScope),
        }),
      ),
      ...(wished && drawn === 0 ? [t('pages:forecast.nothingDrawn')] : []),
    ];
  }
}
