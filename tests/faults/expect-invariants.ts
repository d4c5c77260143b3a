import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { findDifferences } from '../../bin/compose/differences';
import { nodeSha256 } from '../../connectors/node-sha256';
import { actLeaf } from '../../domain/proof/act-leaf';
import type { StandInProcess } from '../engine/exchange/stand-in-process';
import { until } from '../engine/lifecycle/until';

/** What a county that survived a fault is asked about. */
export interface SurvivingCounty {
  dataSource: DataSource;
  client: Client;
  standIn: StandInProcess;
  /** Acts whose outcome “done” a person has read. */
  acknowledged: readonly { caseId: string; submission: string }[];
}

/**
 * What holds after every fault (09-quality.md); each line can be broken by one lost or doubled step.
 * @param settledMs how long what still follows from the acts may take, in milliseconds
 */
export async function expectInvariants(county: SurvivingCounty, settledMs = 90_000): Promise<void> {
  const { dataSource } = county;
  await until(
    () => unsettled(county),
    (lines) => lines.length === 0,
    settledMs,
  );
  await until(
    () => findDifferences(county.client, dataSource),
    ({ differences }) => differences.length === 0,
    settledMs,
  );

  expect(
    await dataSource.query(
      `SELECT subject_id, count(*) FROM acts WHERE act = 'draw.hold' GROUP BY 1 HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  expect(
    await dataSource.query(
      `SELECT visit_id, department, count(*) FROM publication WHERE state = 'current' GROUP BY 1, 2 HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  const published = `SELECT visit_id || '/' || department AS result FROM`;
  expect(await dataSource.query(`${published} publication WHERE state = 'current' ORDER BY 1`)).toEqual(
    await dataSource.query(`${published} visit_result WHERE publication = 'published' ORDER BY 1`),
  );
  await expectEachActOnce(county);
  await expectLeavesVerify(dataSource);
  await expectChained(dataSource);
  for (const platform of ['public-credit', 'joint-discipline']) await expectHeldOnce(county, platform);
}

/** Cases that wait for nobody, workflows that ended otherwise than by their own end or whose tasks fail, work that is still tried. */
async function unsettled({ dataSource, client }: SurvivingCounty): Promise<string[]> {
  const cases: { id: string; closed: boolean; waits: boolean }[] = await dataSource.query(
    `SELECT id, closed, EXISTS (SELECT 1 FROM case_waiting w WHERE w.case_id = c.id AND w.capacity <> 'system') AS waits FROM official_case c`,
  );
  const lines = await Promise.all(
    cases.map(async ({ id, closed, waits }) => {
      const run = await client.workflow.getHandle(id).describe().catch(notStarted);
      if (!run) return [`${id} has a row and its workflow has not started`];
      const failing = (run.raw.pendingWorkflowTask?.attempt ?? 1) > 1;
      const busy = run.raw.pendingActivities?.length ?? 0;
      if (run.status.name !== (closed ? 'COMPLETED' : 'RUNNING'))
        return [`${id} is ${closed ? 'closed' : 'open'} and its workflow is ${run.status.name}`];
      if (failing || busy > 0)
        return [`${id}: ${busy} tasks under way, ${failing ? 'its workflow fails' : 'its workflow is well'}`];
      return !closed && !waits && !passing(cases, id) ? [`${id} waits for nobody`] : [];
    }),
  );
  return lines.flat();
}

/** A case that an act opened has its row with the act and its workflow a moment later. */
function notStarted(failure: unknown): undefined {
  if (!(failure instanceof WorkflowNotFoundError)) throw failure;
}

/** A check and its draw wait for their visits, which wait for people. */
function passing(cases: { id: string; closed: boolean }[], id: string): boolean {
  const number = id.slice(id.indexOf('/') + 1);
  return (
    /^(joint-check|draw)\//.test(id) &&
    cases.some((other) => !other.closed && other.id !== id && other.id.includes(`/${number}`))
  );
}

async function expectEachActOnce({ dataSource, acknowledged }: SurvivingCounty): Promise<void> {
  const rows: { act: string }[] = await dataSource.query(
    `SELECT subject_id || ' ' || submission AS act FROM acts WHERE capacity <> 'system'`,
  );
  const said = new Set(acknowledged.map(({ caseId, submission }) => `${caseId} ${submission}`));
  expect(rows.map(({ act }) => act).sort()).toEqual([...said].sort());
}

async function expectLeavesVerify(dataSource: DataSource): Promise<void> {
  const entries: { id: string; entry: string; salt: Buffer; leaf: string }[] = await dataSource.query(
    `SELECT id, entry, salt, encode(leaf_hash, 'hex') AS leaf FROM acts`,
  );
  expect(entries.length).toBeGreaterThan(0);
  expect(
    entries
      .filter(({ entry, salt, leaf }) => actLeaf(nodeSha256, { salt, entry }).leafHash !== leaf)
      .map(({ id }) => id),
  ).toEqual([]);
}

/** What a case was after one act is what it was before the next; acts on its messages leave it as it is. */
async function expectChained(dataSource: DataSource): Promise<void> {
  const broken = await dataSource.query(
    `SELECT * FROM (SELECT subject_id, act, entry::jsonb->>'before' AS before, lag(entry::jsonb->>'after') OVER (PARTITION BY subject_id ORDER BY id) AS earlier FROM acts WHERE act NOT LIKE 'exchange.%') AS link
     WHERE earlier IS NOT NULL AND before IS DISTINCT FROM earlier`,
  );
  expect(broken).toEqual([]);
}

/** The platform holds one record for each message that has a receipt, under that receipt, and no record that was not sent. */
async function expectHeldOnce({ dataSource, standIn }: SurvivingCounty, platform: string): Promise<void> {
  const sent: { key: string; receipt: string }[] = await dataSource.query(
    `SELECT key, receipt->>'receiptNo' AS receipt FROM outbox_message WHERE platform = $1 AND state = 'sent' ORDER BY key`,
    [platform],
  );
  const held = (await standIn.records(platform)).map(({ key, receipt }) => ({ key, receipt: receipt.receiptNo }));
  expect(held.sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual(
    sent.sort((one, other) => (one.key < other.key ? -1 : 1)),
  );
}
