import { randomUUID } from 'node:crypto';
import { systemActor } from '../../../domain/actor';
import type { CaseState } from '../../../domain/process';
import { project } from '../../../services/cases/project';
import { dropLooseFiles } from '../../../services/files/drop-loose-files';
import { keepDraft } from '../../../services/drafts/keep-draft';
import { keepUpload } from '../../../services/files/keep-upload';
import { storeFile } from '../../../services/files/store-file';
import { openCounty, type OpenCounty } from '../registers/open-county';

let county: OpenCounty;
beforeAll(async () => {
  county = await openCounty({ objects: 10, inspectors: 4 });
});
afterAll(() => county?.close());

const now = new Date('2026-11-26T02:00:00.000Z');
const daysBefore = (days: number) => new Date(now.getTime() - days * 86_400_000);
const limit = daysBefore(7);
const caseId = 'consultation/320723-2026-L0001-Z1';

/** A file that was uploaded for a form so many days ago. */
async function uploaded(days: number): Promise<string> {
  const { id } = await storeFile(county.dataSource, {
    name: '答复.pdf',
    content: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
    uploadedBy: 'somebody',
  });
  await county.dataSource.query('UPDATE stored_file SET created_at = $2 WHERE id = $1', [id, daysBefore(days)]);
  return id;
}

const stands = async (id: string) =>
  (
    (await county.dataSource.query('SELECT case_id AS "caseId" FROM stored_file WHERE id = $1', [id])) as {
      caseId: string | null;
    }[]
  )[0];

/** Binds files as an act does when it is recorded. */
function binding(ids: string[]) {
  return {
    act: 'consultation.draftAnswer',
    caseId,
    entry: '0',
    submission: randomUUID(),
    actor: systemActor,
    at: now.toISOString(),
    input: { attachments: ids },
    next: { id: caseId } as CaseState,
    attachments: ['0'.repeat(64)],
    workflow: { id: caseId, run: '1' },
  };
}
const bind = (ids: string[]) => county.dataSource.transaction((manager) => project(manager, binding(ids)));

test('a file of a form that was never sent goes after its time, not before', async () => {
  const [old, fresh] = [await uploaded(8), await uploaded(6)];
  expect(await dropLooseFiles(county.dataSource, limit)).toBe(1);
  expect(await stands(old)).toBeUndefined();
  expect(await stands(fresh)).toBeDefined();
});

test('what a case, a draft, a paper or an import rests on stays, however old it is', async () => {
  const [bound, drafted, nested, paper] = [
    await uploaded(400),
    await uploaded(400),
    await uploaded(400),
    await uploaded(400),
  ];
  await bind([bound]);
  const account = await county.accountOf('scjg-handler');
  await keepDraft(county.dataSource, {
    account,
    form: 'a',
    opening: 'tab',
    values: { attachments: [drafted] },
    at: now,
  });
  await keepDraft(county.dataSource, {
    account,
    form: 'b',
    opening: 'tab',
    values: { form: { attachments: [nested] } },
    at: now,
  });
  await county.dataSource.query(
    `INSERT INTO document (key, kind, case_id, title, state, file_id, created_at) VALUES ('k', 'decision', $1, '', 'ready', $2, now())`,
    [caseId, paper],
  );
  const waiting = await keepUpload(county.dataSource, {
    name: '对象.csv',
    content: Buffer.from('a'),
    account,
    at: daysBefore(1),
  });
  const loaded = await uploaded(400);
  await county.dataSource.query(
    `INSERT INTO import_batch (id, kind, file_name, sha256, counts, errors, by, at, state) SELECT $1, 'objects', 'x.csv', sha256, '{}', '[]', 'x', now(), 'loaded' FROM stored_file WHERE id = $2`,
    [randomUUID(), loaded],
  );
  expect(await dropLooseFiles(county.dataSource, limit)).toBe(0);
  for (const id of [bound, drafted, nested, paper, waiting, loaded]) expect(await stands(id)).toBeDefined();

  await county.dataSource.query(`DELETE FROM draft`);
  expect(await dropLooseFiles(county.dataSource, limit)).toBe(2);
});

test('an act that is binding a file keeps it from the sweep, although it is not recorded yet', async () => {
  const file = await uploaded(8);
  let sweeping: Promise<number> | undefined;
  await county.dataSource.transaction(async (manager) => {
    await project(manager, binding([file]));
    sweeping = dropLooseFiles(county.dataSource, limit);
    await waitsForLock();
  });
  expect(await sweeping).toBe(0);
  expect(await stands(file)).toEqual({ caseId });
});

test('an act whose file is being removed is refused and binds none of the others', async () => {
  const [gone, other] = [await uploaded(8), await uploaded(1)];
  let binds: Promise<unknown> | undefined;
  await county.dataSource.transaction(async (manager) => {
    expect(await dropLooseFiles(manager, limit)).toBe(1);
    binds = bind([gone, other]).catch((failure: unknown) => failure);
    await waitsForLock();
  });
  expect(await binds).toMatchObject({ code: 'FILE_UNKNOWN' });
  expect(await stands(other)).toEqual({ caseId: null });
});

test('however often both meet, a file is bound or its act is refused', async () => {
  let kept = 0;
  for (let round = 0; round < 60; round += 1) {
    const file = await uploaded(8);
    // From round to round the sweep comes a little later, so that both meet at every point.
    const sweep = async () => {
      for (let step = 0; step < round; step += 1) await county.dataSource.query('SELECT 1');
      return dropLooseFiles(county.dataSource, limit);
    };
    const [outcome] = await Promise.all([
      bind([file]).then(
        () => 'bound',
        (failure: { code?: string }) => failure.code,
      ),
      sweep(),
    ]);
    expect([outcome, await stands(file)]).toEqual(
      outcome === 'bound' ? ['bound', { caseId }] : ['FILE_UNKNOWN', undefined],
    );
    if (outcome === 'bound') kept += 1;
  }
  expect(kept).toBeGreaterThan(0);
});

/** Until one of this database's sessions waits for another. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const [row] = (await county.dataSource.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )) as { n: number }[];
    if (row && row.n > 0) return;
  }
}
