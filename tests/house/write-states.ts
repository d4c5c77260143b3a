// Keeps a state of every kind and stage as today's code writes them, under the version that it writes:
// node tests/engine/exchange/run-typescript.mjs "$PWD"/tests/house/write-states.ts (from the project's folder)
// Run it when a process raises its version, before its state changes: what is kept stands for older cases and stays.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processOf } from '../../domain/processes';
import { casesOf, lead, participant } from '../access/every-case';

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const states = casesOf({
  items: { [lead]: ['SCJG-01', 'SCJG-02'], [participant]: ['WJW-01'] },
  object: id(1),
  officers: { [lead]: [id(11), id(12)], [participant]: [id(21), id(22)] },
}).map((state) => ({ ...state, v: processOf(state.id).version }));

for (const state of states) {
  const { kind, version } = processOf(state.id);
  const file = join(__dirname, 'states', `${kind}-v${version}.json`);
  const same = states.filter((other) => processOf(other.id).kind === kind);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(same, null, 1)}\n`);
}
