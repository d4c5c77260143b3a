import type { PublishedResult } from '../../../services/queries/public/published-results';
import type { AppWorld } from '../../app-world';

/** The finding as the public reads it; of a withdrawn result only that it was withdrawn. */
export function resultWords(
  { views }: Pick<AppWorld, 'views'>,
  result: Pick<PublishedResult, 'state' | 'code'>,
): string {
  return views.texts.t(result.state === 'withdrawn' ? 'pages:public.withdrawn' : `cases:codes.${result.code}`);
}
