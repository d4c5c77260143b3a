// Writes the stored histories anew, all or those named, from a whole check on real parts:
// node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/replay/record-histories.ts [name …] (from the project's folder)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { orderPaper } from '../../engine/order-paper';
import { startRecounting } from '../../engine/start-recounting';
import { CountyEngine } from '../engine/lifecycle/county-engine';
import { approve, draw, propose, refer, stage, visit } from '../engine/lifecycle/whole-check';
import { until } from '../engine/lifecycle/until';
import { Parts } from '../setup/parts';
import { storedHistory } from './stored-histories';
import { checkNumber } from '../engine/lifecycle/check-number';

const folder = join(__dirname, 'histories');
const wanted = process.argv.slice(3);

async function record(): Promise<void> {
  const parts = new Parts();
  await parts.start();
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

    await keep('jointCheck', check);
    await keep('jointCheck-withdrawn', withdrawn);
    await keep('consultation', `consultation/${number}-Z1`);
    await keep('draw', `draw/${number}-C1`);
    await keep('visit', visited);
    await keep('referral', referred);
    await keep('exchange', 'exchange/public-credit');
    const paper: { key: string }[] = await county.dataSource.query(
      `SELECT key FROM document WHERE state = 'ready' ORDER BY key LIMIT 1`,
    );
    await orderPaper(county.client, paper[0]?.key ?? '', `${county.client.options.namespace}-cases`);
    await keep('printing', `paper/${paper[0]?.key}`);
    await startRecounting(county.client, { year: 2026, version: 1 }, `${county.client.options.namespace}-cases`);
    await keep('recounting', 'calendar/2026-1');
  } finally {
    await county.close();
    await parts.stop();
  }

  async function keep(name: string, workflowId: string): Promise<void> {
    if (wanted.length > 0 && !wanted.includes(name)) return;
    const handle = county.client.workflow.getHandle(workflowId);
    await until(
      () => handle.describe(),
      (run) => run.status.name === 'COMPLETED',
    );
    const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as unknown;
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(storedHistory(workflowId, history))}\n`);
  }
}

record().then(
  () => process.exit(0),
  (failure: unknown) => {
    console.error(failure);
    process.exit(1);
  },
);
