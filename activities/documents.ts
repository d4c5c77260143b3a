import { heartbeat } from '@temporalio/activity';
import { callerOf, refuseStray, type StrayCounter } from './caller';

export interface DocumentWorld extends StrayCounter {
  /** @returns whether there is such a paper */
  issueDocument(key: string, onProgress: (done: number) => void): Promise<boolean>;
}

export type DocumentActivities = ReturnType<typeof createDocumentActivities>;

/** Drawing papers with Chromium; on a task queue of its own, so that an act never waits for a printer. */
export function createDocumentActivities(world: DocumentWorld) {
  return {
    /**
     * Draws the queued document that the workflow is named after and stores it; what can never be drawn is marked failed
     * with its reason for a person.
     */
    async issueDocument(): Promise<void> {
      const { id } = await callerOf(world, 'printing');
      const isThere = await world.issueDocument(id.slice('paper/'.length), (done) => heartbeat(done));
      if (!isThere) await refuseStray(world, id, 'SOURCE_UNKNOWN');
    },
  };
}
