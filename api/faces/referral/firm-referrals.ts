import type { CaseOf } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import type { FormErrors } from '../../forms/form-errors';
import type { capacityFor, Person } from '../../person';
import type { Target } from './firm-targets';

export type Body = Record<string, unknown>;
/** What is written once for every addressee. */
export const textFields = ['facts', 'legalBasis', 'catalogueCode'] as const;

/** A department at one firm, with whom it may tell of it. */
export interface Asked {
  person: Person;
  view: CaseOf<'visit'>;
  units: Record<string, string>;
  targets: Target[];
  /** Against further drafts. */
  obstacle?: ReturnType<typeof capacityFor>['obstacle'];
}

/** What stands in the form. */
export interface State {
  values: Body;
  ticked: ReadonlySet<string>;
  submission: string;
  errors?: FormErrors;
  /** What was done before the rest failed. */
  done?: number;
}

/** How an addressee is called. */
export function nameOf({ views }: Pick<AppWorld, 'views'>, { targets, units }: Asked, key: string): string {
  const { t } = views.texts;
  const target = targets.find((one) => one.key === key);
  if (!target) return key;
  const { kind, addressee } = target;
  if (kind !== 'crossNotice') return t(`cases:referralKinds.${kind}`);
  return addressee
    ? t('pages:firmReferrals.noticeTo', { unit: units[addressee] ?? addressee })
    : t('pages:firmReferrals.noticeToTicked');
}
