import { faces } from '../faces';
import type { CaseKind } from '../../domain/process';
import type { CaseSubject } from '../../services/queries/cases/case-subject';
import type { AppWorld } from '../app-world';
import { nameOfDay } from './name-of-day';

interface NamedCase extends CaseSubject {
  kind: CaseKind;
  number: string;
  title: string;
  parentTitle: string | null;
}

/** What people call a case: by its firm, by its own name, or by the case that it belongs to; its kind stands before it. */
export function caseName(
  world: AppWorld,
  units: Record<string, string>,
  line: NamedCase,
): { text: string; hint?: string } {
  const { t } = world.views.texts;
  const name =
    nameOfDay({ t }, line.object, line.objectNow) ??
    (line.title === line.number ? (line.parentTitle ?? '') : line.title);
  const hint = faces[line.kind].hint({ t, units }, line) ?? (line.object ? (line.parentTitle ?? undefined) : undefined);
  return { text: `${t(`cases:kinds.${line.kind}`)}\u3000${name}`.trim(), hint };
}
