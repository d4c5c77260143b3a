import { platformOf, type ReferralKind } from '../../domain/referral/state';
import type { CaseSubject } from '../../services/queries/cases/case-subject';
import type { AppWorld } from '../app-world';

interface NamedCase extends CaseSubject {
  kind: string;
  number: string;
  title: string;
  parentTitle: string | null;
}

/** What people call a case: a visit and a referral by their firm, the others by the joint check; the kind stands before it. */
export function caseName(
  world: AppWorld,
  units: Record<string, string>,
  line: NamedCase,
): { text: string; hint?: string } {
  const { t } = world.views.texts;
  const name = line.object ?? (line.title === line.number ? (line.parentTitle ?? '') : line.title);
  const hint = line.kind === 'visit' ? (line.parentTitle ?? undefined) : referredTo(world, units, line);
  return { text: `${t(`cases:kinds.${line.kind}`)}\u3000${name}`.trim(), hint };
}

/** Of a referral: what kind it is, and to whom it goes where that is known. */
export function referredTo(
  world: AppWorld,
  units: Record<string, string>,
  { referralKind, addressee }: CaseSubject,
): string | undefined {
  const { t } = world.views.texts;
  if (!referralKind) return undefined;
  const platform = platformOf[referralKind as ReferralKind];
  if (platform) return t('cases:reportedTo', { to: t(`cases:platforms.${platform}`) });
  const kind = t(`cases:referralKinds.${referralKind}`);
  return addressee ? t('cases:referredTo', { kind, to: units[addressee] ?? addressee }) : kind;
}
