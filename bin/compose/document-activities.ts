import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDocumentActivities } from '../../activities/documents';
import { childEnvironment, type Config } from '../../config';
import { findBrowser } from '../../connectors/browser/find-browser';
import { countStray } from '../../services/cases/strays';
import { issueDocument } from '../../services/documents/issue-document';
import { documentPrinter } from './document-printer';

/** The activities that draw papers; the browser starts with the first paper. */
export function documentActivities(
  dataSource: DataSource,
  config: Pick<Config, 'chromiumPath' | 'cacheDir' | 'demonstration' | 'publicUrl'>,
) {
  const printer = documentPrinter({
    templates: path.join(__dirname, '..', '..', '..', 'templates'),
    browserPath: () =>
      findBrowser({
        given: config.chromiumPath,
        cacheDir: config.cacheDir,
        environment: childEnvironment({}),
        say: (line) => console.log(line),
      }),
  });
  return {
    activities: createDocumentActivities({
      countStray: (place, reason) => countStray(dataSource, place, reason),
      async issueDocument(key, onProgress) {
        let done = 0;
        const beat = setInterval(() => onProgress(done), 10_000);
        try {
          return await issueDocument(dataSource, printer, config, key, (papers) => (done = Math.max(done, papers)));
        } finally {
          clearInterval(beat);
        }
      },
    }),
    close: () => printer.close(),
  };
}
