import type { Effect } from '../../domain/effects';
import { documents, regular } from './activities-of-a-case';

/** Carries out one effect; each activity is idempotent by the effect's own key and is tried until it is done. */
export async function carryOut(effect: Effect): Promise<void> {
  switch (effect.kind) {
    case 'openCase':
      return regular.openCase({ process: effect.process, id: effect.id });
    case 'tellCase':
      return regular.tellCase({ id: effect.id, act: effect.act, input: effect.input, submission: effect.submission });
    case 'issueDocument':
      await regular.queueDocument(effect);
      return documents().issueDocument(effect.key);
    case 'startVisits':
      return regular.startVisits({ check: effect.check, batch: effect.batch });
    case 'tellVisits':
      return regular.tellVisits({ check: effect.check, act: effect.act, input: effect.input, submission: effect.submission });
    case 'reviewProgress':
      return regular.reviewProgress({ check: effect.check, batch: effect.batch });
    case 'wakeExchange':
      return regular.wakeExchange({ platform: effect.platform });
  }
}
