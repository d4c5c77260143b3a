import { heartbeat } from '@temporalio/activity';

export interface DocumentWorld {
  issueDocument(key: string, onProgress: (done: number) => void): Promise<void>;
}

export type DocumentActivities = ReturnType<typeof createDocumentActivities>;

/** Drawing papers with Chromium; on a task queue of its own, so that an act never waits for a printer. */
export function createDocumentActivities(world: DocumentWorld) {
  return {
    /** Draws a queued document and stores it; what can never be drawn is marked failed with its reason for a person. */
    issueDocument: (key: string): Promise<void> => world.issueDocument(key, (done) => heartbeat(done)),
  };
}
