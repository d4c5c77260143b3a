import type { Scope } from '../../../domain/joint-check/scheme';
import { scopeChoices } from '../../../services/queries/cases/scope-choices';
import type { AppWorld } from '../../app-world';

/** Says which objects a scope is about, a line each sort of limit. */
export async function scopeLines(world: Pick<AppWorld, 'views' | 'dataSource'>): Promise<(scope: Scope) => string[]> {
  const { t, marks } = world.views.texts;
  const choices = await scopeChoices(world.dataSource);
  const named = (list: { code: string; name: string }[], codes: string[]) =>
    codes.map((code) => list.find((choice) => choice.code === code)?.name ?? code);
  const part = (key: string, values: string[]) =>
    values.length > 0 ? [`${t(key)}${marks.colon}${values.join(marks.list)}`] : [];
  return (scope) => {
    const lines = [
      ...part(
        'pages:check.kinds',
        scope.kinds.map((kind) => t(`cases:objectKinds.${kind}`)),
      ),
      ...part('pages:check.industries', named(choices.industries, scope.industries)),
      ...part('pages:check.divisions', named(choices.divisions, scope.divisions)),
      ...part('pages:check.tags', scope.tags),
      ...part(
        'pages:check.risk',
        scope.riskClasses.map((risk) => t(`cases:riskClasses.${risk}`)),
      ),
    ];
    return lines.length > 0 ? lines : [t('pages:check.unlimited')];
  };
}
