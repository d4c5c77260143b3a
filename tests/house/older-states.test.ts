import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capacities, type Actor } from '../../domain/actor';
import { fileNote } from '../../domain/file-note';
import { Scheme } from '../../domain/joint-check/scheme';
import { obstacleTo } from '../../domain/permissions/entitlement';
import { viewFor } from '../../domain/permissions/view-for';
import { upgraded, type CaseState } from '../../domain/process';
import { caseKinds, processes, processOf } from '../../domain/processes';

const folder = join(__dirname, 'states');
const files = readdirSync(folder);
const stored = files.flatMap((file) =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as CaseState[]).map((state) => ({ file, state })),
);
const reader = { department: 'WJW', capacities: ['departmentHandler'] };
const actors = ['SCJG', 'WJW', 'OFFICE', 'STHJ'].flatMap((department) =>
  capacities.map((capacity): Actor => ({ account: 'somebody', capacity, department })),
);

test('a state of every version that any process has written is kept', () => {
  const wanted = caseKinds.flatMap((kind) =>
    Array.from({ length: processes[kind].version }, (_, index) => `${kind}-v${index + 1}.json`),
  );
  expect(files.filter((file) => file.endsWith('.json')).sort()).toEqual(wanted.sort());
});

test('a process beyond its first version knows how to upgrade', () => {
  for (const kind of caseKinds)
    expect([kind, processes[kind].version === 1 || processes[kind].upgrade !== undefined]).toEqual([kind, true]);
});

test.each(stored.map(({ file, state }) => [`${file} ${state.stage} ${state.id}`, state] as const))(
  '%s: today’s rules can say everything of it',
  (_name, older) => {
    const process = processOf(older.id);
    const state = upgraded(process, older);
    expect(process.stages).toContain(state.stage);
    expect(process.waiting(state)).toEqual(expect.any(Array));
    expect(process.departments(state).length).toBeGreaterThan(0);
    expect(process.title(state)).toEqual(expect.any(String));
    expect(process.readers(state)).toEqual(expect.any(Array));
    expect(process.seenBy(state, reader)).toMatchObject({ id: state.id });
    expect(() => [
      process.next?.(state),
      process.terms(state),
      process.subject(state),
      process.listedAs(state),
    ]).not.toThrow();
    const lines = fileNote(process, state, process.waiting(state)).split('\n');
    expect(lines).toEqual([...new Set(lines)]);
    const names = process.acts.map(({ name }) => name);
    const named = [
      ...process.waiting(state).map(({ act }) => act),
      ...[process.next?.(state)?.act, process.terms(state)?.recountedBy].filter((act) => act !== undefined),
    ];
    expect(named.filter((act) => !names.includes(act))).toEqual([]);
    for (const act of process.acts)
      for (const actor of actors) expect(() => obstacleTo(process, act, state, actor)).not.toThrow();
  },
);

test('a state of a version that this code does not know is refused, not guessed', () => {
  for (const kind of caseKinds) {
    const [known] = stored.filter(({ state }) => processOf(state.id).kind === kind);
    expect(() => upgraded(processes[kind], { ...(known?.state as CaseState), v: 99 })).toThrow(RangeError);
  }
});

test('strata of before are strata of today, for judges, readers and the public alike', () => {
  const older = stored.filter(({ file }) => file === 'joint-check-v1.json' || file === 'draw-v1.json');
  expect(older.length).toBeGreaterThan(5);
  for (const { state } of older) {
    const { scheme } = upgraded(processOf(state.id), state) as CaseState & { scheme: unknown };
    expect(Scheme.safeParse(scheme)).toMatchObject({ success: true });
    const seen = viewFor(processOf(state.id), state, { department: 'OFFICE', capacities: ['officeHandler'] });
    expect((seen?.state as CaseState & { scheme: unknown }).scheme).toEqual(scheme);
  }
});
