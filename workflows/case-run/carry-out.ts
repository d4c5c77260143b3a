import type { Effect } from '../../domain/effects';
import { documents, regular } from './activities-of-a-case';

/**
 * Carries out one effect; each activity is idempotent by the effect's own key and is tried until it is done.
 * The summaries make the engine's own pages read like a file note.
 */
export async function carryOut(effect: Effect): Promise<void> {
  switch (effect.kind) {
    case 'openCase':
      return regular.openCase.executeWithOptions({ summary: `opens ${effect.id}` }, [
        { process: effect.process, id: effect.id },
      ]);
    case 'tellCase': {
      const message = { id: effect.id, act: effect.act, input: effect.input, submission: effect.submission };
      return regular.tellCase.executeWithOptions({ summary: `tells ${effect.id}: ${effect.act}` }, [message]);
    }
    case 'issueDocument':
      await regular.queueDocument.executeWithOptions({ summary: `puts ${effect.document} on the list` }, [effect]);
      return documents().issueDocument.executeWithOptions(
        { summary: `prints ${effect.document}${effect.department ? ` for ${effect.department}` : ''}` },
        [effect.key],
      );
    case 'startVisits':
      return regular.startVisits.executeWithOptions({ summary: `opens the visits of batch ${effect.batch}` }, [
        { check: effect.check, batch: effect.batch },
      ]);
    case 'tellVisits': {
      const message = { check: effect.check, act: effect.act, input: effect.input, submission: effect.submission };
      return regular.tellVisits.executeWithOptions({ summary: `tells the open visits: ${effect.act}` }, [message]);
    }
    case 'reviewProgress':
      return regular.reviewProgress.executeWithOptions({ summary: `looks how far batch ${effect.batch} is` }, [
        { check: effect.check, batch: effect.batch },
      ]);
    case 'wakeExchange':
      return regular.wakeExchange.executeWithOptions({ summary: `wakes the queue to ${effect.platform}` }, [
        { platform: effect.platform },
      ]);
  }
}
