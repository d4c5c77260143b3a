// Writes the stored histories anew from a whole check and from the demonstration's story on real parts:
// node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/replay/record-histories.ts (from the project's folder)
// They stand for the cases of a county that runs: they are recorded once, and kept when the code changes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { People } from '../../bin/demo/people';
import { officerAccounts } from '../../bin/demo/story/officer-accounts';
import { Player } from '../../bin/demo/story/player';
import { readChapters } from '../../bin/demo/story/read-chapters';
import { tellStory } from '../../bin/demo/story/tell-story';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { storyStanding } from '../../db/seeds/story-standing';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { orderPaper } from '../../engine/order-paper';
import { runningCases } from '../../engine/running-cases';
import { startRecounting } from '../../engine/start-recounting';
import { dataFolder, seed } from '../database/registers/open-county';
import { checkNumber } from '../engine/lifecycle/check-number';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { until } from '../engine/lifecycle/until';
import { approve, draw, propose, refer, stage, visit } from '../engine/lifecycle/whole-check';
import { openWeb } from '../engine/story/county-web';
import { Parts } from '../setup/parts';
import { storedHistory } from './stored-histories';

const folder = join(__dirname, 'histories');

async function record(): Promise<void> {
  const parts = new Parts();
  await parts.start();
  mkdirSync(join(folder, 'story'), { recursive: true });
  try {
    await recordWholeCheck();
    await recordStory();
  } finally {
    await parts.stop();
  }
}

/** One closed run of each workflow, and of each kind of case. */
async function recordWholeCheck(): Promise<void> {
  const county = await CountyEngine.open();
  try {
    const number = checkNumber(1);
    const check = await approve(county, number);
    const [visited = ''] = await draw(county, number);
    await visit(county, visited);
    const [referred = ''] = await refer(county, visited);
    await stage(county, check, 'completed');
    const withdrawn = await propose(county, checkNumber(2));
    await county.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: withdrawn });
    await county.act({
      by: 'scjg-leader',
      act: 'jointCheck.withdraw',
      on: withdrawn,
      input: { reason: '改在下季度实施' },
    });
    await stage(county, `consultation/${checkNumber(2)}-Z1`, 'cancelled');

    await keep('officialCase-joint-check', check);
    await keep('officialCase-joint-check-withdrawn', withdrawn);
    await keep('officialCase-consultation', `consultation/${number}-Z1`);
    await keep('officialCase-draw', `draw/${number}-C1`);
    await keep('officialCase-visit', visited);
    await keep('officialCase-referral', referred);
    await keep('exchange', 'exchange/public-credit');
    for await (const run of county.client.workflow.list({ query: `WorkflowType = "opening"` })) {
      await keep('opening', run.workflowId);
      break;
    }
    const paper: { key: string }[] = await county.dataSource.query(
      `SELECT key FROM document WHERE state = 'ready' ORDER BY key LIMIT 1`,
    );
    await orderPaper(county.gateway(), paper[0]?.key ?? '');
    await keep('printing', `paper/${paper[0]?.key}`);
    await startRecounting(county.gateway(), { year: 2026, version: 1 });
    await keep('recounting', 'calendar/2026-1');
  } finally {
    await county.close();
  }

  async function keep(name: string, workflowId: string): Promise<void> {
    const handle = county.client.workflow.getHandle(workflowId);
    await until(
      () => handle.describe(),
      (run) => run.status.name === 'COMPLETED',
    );
    await write(county, name, workflowId);
  }
}

/** The open runs of a county in the middle of its autumn. */
async function recordStory(): Promise<void> {
  const county = await CountyEngine.open({ size: { objects: 1500, inspectors: 300 } });
  const web = await openWeb(county);
  try {
    const standing = await storyStanding(county.dataSource);
    if ('notOurs' in standing) throw new Error(standing.notOurs);
    const people = new People(web.address, demonstrationPassword(seed));
    const player = new Player(people, officerAccounts(standing.officers), shanghaiDay(Date.now()));
    await tellStory(player, readChapters(join(dataFolder, 'demonstration', 'story')), standing);
    for (const caseId of await runningCases(county.client))
      await write(county, join('story', caseId.replaceAll('/', '.')), caseId);
  } finally {
    await web.close();
    await county.close();
  }
}

async function write(county: CountyEngine, name: string, workflowId: string): Promise<void> {
  const history = JSON.parse(
    historyToJSON(await county.client.workflow.getHandle(workflowId).fetchHistory()),
  ) as unknown;
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(storedHistory(workflowId, history))}\n`);
}

record().then(
  () => process.exit(0),
  (failure: unknown) => {
    console.error(failure);
    process.exit(1);
  },
);
