import type { PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';

type Said = Pick<PublishedResult, 'state' | 'code'>;

/** The finding as the public reads it, without the letters of its code; of a withdrawn result only that it was withdrawn. */
export function resultWords({ views }: Pick<AppWorld, 'views'>, { state, code }: Said): string {
  return views.texts.t(state === 'withdrawn' ? 'public:states.withdrawn' : `public:findings.${code}`);
}

/** What a finding means, and what it does not. */
export function resultMeaning({ views }: Pick<AppWorld, 'views'>, { state, code }: Said): string {
  return views.texts.t(`public:meanings.${state === 'withdrawn' ? 'withdrawn' : code}`);
}
