import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { demonstrationPassword } from '../db/seeds/demonstration';
import { driveLifecycle, type Lifecycle } from './demo/lifecycle';
import { People } from './demo/people';

/** Drives whole joint checks on a running demonstration; exit status 0 only if every stage was really reached. */
async function demonstrate(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      checks: { type: 'string', default: '1' },
      objects: { type: 'string', default: '4' },
      lanes: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const config = loadConfig();
  const base = (positionals[0] ?? `http://127.0.0.1:${config.port}`).replace(/\/$/, '');
  const checks = whole('checks', values.checks, 100);
  const objects = whole('objects', values.objects, 10_000);
  const lanes = whole('lanes', values.lanes, 50);
  const people = new People(base, demonstrationPassword(config.demonstrationSeed));

  const runs = Array.from({ length: checks }, (_, index) =>
    driveLifecycle(people, base, {
      index,
      objects,
      lanes,
      log: (line) => console.log(checks > 1 ? `[${index + 1}] ${line}` : line),
    }),
  );
  const outcomes = await Promise.allSettled(runs);
  for (const outcome of outcomes)
    console.log(outcome.status === 'fulfilled' ? summary(outcome.value) : `failed: ${String(outcome.reason)}`);
  if (outcomes.some((outcome) => outcome.status === 'rejected')) process.exitCode = 1;
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`--${name} is a whole number from 1 to ${most}`);
  return value;
}

function summary({ number, drawn, visited, published, referred, acts }: Lifecycle): string {
  return `${number}: drawn ${drawn}, visited ${visited}, published ${published}, referred ${referred}; ${acts} acts acknowledged, each recorded once`;
}

demonstrate().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
