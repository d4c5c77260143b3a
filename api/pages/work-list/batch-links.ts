import { kindOf } from '../../../domain/processes';
import type { WorkLine } from '../../../services/queries/cases/work-list';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { pathTo } from '../../paths';

/**
 * For each act that can be done on many cases at once and of which several lines wait: the way to the list of all of them,
 * whatever check or firm they belong to. What one line stands for has its way in the line itself.
 */
export function batchLinks({ views }: AppWorld, lines: readonly WorkLine[]): { text: string; href: string }[] {
  const { t } = views.texts;
  const found = new Map<string, { cases: number; lines: number }>();
  for (const { act, caseId, cases, notBefore } of lines) {
    const kind = kindOf(caseId);
    if (!kind || notBefore || !Object.hasOwn(faces[kind].many, act)) continue;
    const known = found.get(act) ?? { cases: 0, lines: 0 };
    found.set(act, { cases: known.cases + cases, lines: known.lines + 1 });
  }
  return [...found]
    .filter(([, { lines: several }]) => several > 1)
    .map(([act, { cases }]) => ({
      text: t('pages:work.batch', { act: t(`acts:${act}.name`), count: cases }),
      href: pathTo('manyActs', { act }),
    }));
}
