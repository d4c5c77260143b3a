import { join } from 'node:path';
import { SearchAttributeType } from '@temporalio/common';
import { searchAttributes } from '../../workflows/contracts';

interface DevServerOptions {
  /** The `temporal` program. */
  path: string;
  /** Directory of the engine's database file; must exist. */
  dataDir: string;
  port: number;
  uiPort: number;
  namespace: string;
}

/** The word for each type of search attribute on the engine's command line. */
const typeWords: Record<SearchAttributeType, string> = {
  [SearchAttributeType.TEXT]: 'Text',
  [SearchAttributeType.KEYWORD]: 'Keyword',
  [SearchAttributeType.INT]: 'Int',
  [SearchAttributeType.DOUBLE]: 'Double',
  [SearchAttributeType.BOOL]: 'Bool',
  [SearchAttributeType.DATETIME]: 'Datetime',
  [SearchAttributeType.KEYWORD_LIST]: 'KeywordList',
};

/** How to run the development server on a file; WAL and NORMAL survive a killed process (10-engine.md). */
export function devServerProgram({ path, dataDir, port, uiPort, namespace }: DevServerOptions) {
  const attributes = Object.values(searchAttributes).flatMap((key) => [
    '--search-attribute',
    `${key.name}=${typeWords[key.type]}`,
  ]);
  const pragmas = ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
  const place = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--ui-port',
    String(uiPort),
    '--db-filename',
    join(dataDir, 'engine.sqlite'),
  ];
  return {
    command: path,
    args: ['server', 'start-dev', ...place, '--namespace', namespace, '--log-level', 'warn', ...attributes, ...pragmas],
    address: `127.0.0.1:${port}`,
    uiUrl: `http://127.0.0.1:${uiPort}`,
  };
}
