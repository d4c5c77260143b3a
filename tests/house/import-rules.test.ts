import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(__dirname, '..', '..');

/** One file in each room, each importing only what it may. */
const lawful: Record<string, string> = {
  'config.ts': "import { z } from 'zod';\nexport const config = z.string();\n",
  'domain/rule.ts': "import { z } from 'zod';\nexport const rule = z.number();\n",
  'workflows/contracts.ts':
    "import type { rule } from '../domain/rule';\nexport const contracts: typeof rule | undefined = undefined;\n",
  'workflows/process.ts':
    "import { proxyActivities } from '@temporalio/workflow';\nimport type { record } from '../activities/record';\nexport const acts = proxyActivities<{ record: typeof record }>({ startToCloseTimeout: '1s' });\n",
  'activities/record.ts': "import { find } from '../services/facts/find';\nexport const record = find;\n",
  'services/cases/record-act.ts':
    "import { Row } from '../../db/entities/row';\nexport const recordAct = () => new Row();\n",
  'services/facts/find.ts': 'export const find = 1;\n',
  'services/queries/list.ts': 'export const list = [];\n',
  'services/secret.ts': 'export const secret = 1;\n',
  'services/documents/queue.ts': 'export const queue = 1;\n',
  'services/registers/edit.ts': 'export const edit = 1;\n',
  'services/people/sign-in.ts': 'export const signIn = 1;\n',
  'services/files/store.ts': 'export const store = 1;\n',
  'services/drafts/keep.ts': 'export const keep = 1;\n',
  'services/numbers/take.ts': 'export const take = 1;\n',
  'db/entities/row.ts': 'export class Row {}\n',
  'engine/gateway.ts': "import { contracts } from '../workflows/contracts';\nexport const gateway = contracts;\n",
  'connectors/send.ts': 'export const send = 1;\n',
  'api/page.ts':
    "import { gateway } from '../engine/gateway';\nimport { list } from '../services/queries/list';\nexport const page = [gateway, list];\n",
  'api/changes.ts': ['registers/edit', 'people/sign-in', 'files/store', 'drafts/keep', 'numbers/take']
    .map((room) => `export * from '../services/${room}';\n`)
    .join(''),
  'bin/compose/judge.ts':
    "import { recordAct } from '../../services/cases/record-act';\nexport const judge = recordAct;\n",
  'bin/web.ts': "import { page } from '../api/page';\nexport const web = page;\n",
};

/** Each rule broken once. */
const broken: [rule: string, file: string, content: string][] = [
  [
    'domain-imports-itself-and-zod',
    'domain/reads.ts',
    "import { readFileSync } from 'node:fs';\nexport const reads = readFileSync;\n",
  ],
  [
    'domain-imports-itself-and-zod',
    'domain/asks.ts',
    "import { list } from '../services/queries/list';\nexport const asks = list;\n",
  ],
  [
    'workflows-import-domain-and-the-engine-only',
    'workflows/stores.ts',
    "import { Client } from 'pg';\nexport const stores = Client;\n",
  ],
  [
    'workflows-know-only-the-types-of-activities',
    'workflows/calls.ts',
    "import { record } from '../activities/record';\nexport const calls = record;\n",
  ],
  [
    'workflows-know-only-the-types-of-domain',
    'workflows/judges.ts',
    "import { rule } from '../domain/rule';\nexport const judges = rule;\n",
  ],
  [
    'activities-import-services-connectors-contracts-domain',
    'activities/pages.ts',
    "import { page } from '../api/page';\nexport const pages = page;\n",
  ],
  [
    'services-never-import-express-or-the-engine',
    'services/serves.ts',
    "import express from 'express';\nexport const serves = express;\n",
  ],
  [
    'services-never-import-express-or-the-engine',
    'services/starts.ts',
    "import { gateway } from '../engine/gateway';\nexport const starts = gateway;\n",
  ],
  [
    'api-imports-services-gateway-domain-contracts',
    'api/sends.ts',
    "import { send } from '../connectors/send';\nexport const sends = send;\n",
  ],
  [
    'api-reads-by-queries-and-changes-no-case',
    'api/around.ts',
    "import { secret } from '../services/secret';\nexport const around = secret;\n",
  ],
  [
    'api-reads-by-queries-and-changes-no-case',
    'api/prints.ts',
    "import { queue } from '../services/documents/queue';\nexport const prints = queue;\n",
  ],
  [
    'api-reads-by-queries-and-changes-no-case',
    'api/records.ts',
    "import { recordAct } from '../services/cases/record-act';\nexport const records = recordAct;\n",
  ],
  [
    'entities-stay-in-db-and-services',
    'api/row.ts',
    "import type { Row } from '../db/entities/row';\nexport type Shown = Row;\n",
  ],
  [
    'only-bin-constructs',
    'connectors/constructs.ts',
    "import { web } from '../bin/web';\nexport const constructs = web;\n",
  ],
  [
    'only-cases-judge-and-record-acts',
    'services/past.ts',
    "import { recordAct } from './cases/record-act';\nexport const past = recordAct;\n",
  ],
  [
    'only-cases-judge-and-record-acts',
    'activities/past.ts',
    "import { recordAct } from '../services/cases/record-act';\nexport const past = recordAct;\n",
  ],
  ['no-cycles', 'domain/one.ts', "import { two } from './two';\nexport const one = (): unknown => two;\n"],
  [
    'no-rooms-without-a-purpose',
    'connectors/mixed.ts',
    "import { anything } from './utils/anything';\nexport const mixed = anything;\n",
  ],
  ['every-import-is-found', 'db/lost.ts', "import { nothing } from './nowhere';\nexport const lost = nothing;\n"],
  ['programs-need-no-development-packages', 'bin/tests.ts', "import fc from 'fast-check';\nexport const tests = fc;\n"],
];
const beside: Record<string, string> = {
  'domain/two.ts': "import { one } from './one';\nexport const two = (): unknown => one;\n",
  'connectors/utils/anything.ts': 'export const anything = 1;\n',
};

describe('the walls of the house', () => {
  const directories: string[] = [];
  afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })));

  function check(files: Record<string, string>) {
    const directory = mkdtempSync(join(tmpdir(), 'house-'));
    directories.push(directory);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(project, file), join(directory, file));
    symlinkSync(join(project, 'node_modules'), join(directory, 'node_modules'));
    const run = spawnSync(process.execPath, [join(project, 'bin', 'check', 'imports.mjs')], {
      cwd: directory,
      encoding: 'utf8',
    });
    return { status: run.status, said: run.stderr.trim().split('\n'), count: run.stdout.trim() };
  }

  test('lawful imports pass', () => {
    expect(check(lawful)).toEqual({
      status: 0,
      said: [''],
      count: expect.stringMatching(/^\d+ modules, 0 forbidden imports$/),
    });
  });

  test('each rule is broken once and found where it is broken', () => {
    const { status, said } = check({
      ...lawful,
      ...beside,
      ...Object.fromEntries(broken.map(([, file, content]) => [file, content])),
    });
    expect(status).toBe(1);
    for (const [rule, file] of broken)
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: ${file} → `)));
    const rulesOf = (config: { forbidden: { name: string }[] }) => config.forbidden.map(({ name }) => name);
    expect(new Set(broken.map(([rule]) => rule))).toEqual(
      new Set(rulesOf(createRequire(__filename)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] })),
    );
  });

  test('a check that sees no modules fails, in all rooms or in one', () => {
    expect(check({})).toMatchObject({ status: 1, count: '0 modules, 0 forbidden imports' });
    const {
      'domain/rule.ts': _rule,
      'workflows/contracts.ts': _contracts,
      'engine/gateway.ts': _gateway,
      'api/page.ts': _page,
      'bin/web.ts': _web,
      ...rest
    } = lawful;
    const one = check({
      ...rest,
      'workflows/contracts.ts': 'export const contracts = 1;\n',
      'engine/gateway.ts': 'export const gateway = 1;\n',
      'api/page.ts': 'export const page = 1;\n',
      'bin/compose/judge.ts':
        "import { recordAct } from '../../services/cases/record-act';\nexport const judge = recordAct;\n",
      'bin/web.ts': 'export const web = 1;\n',
    });
    expect(one).toMatchObject({
      status: 1,
      said: ['no module was seen in domain: the check would find nothing there'],
    });
  });
});
