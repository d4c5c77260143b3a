import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { Bench } from './bench/bench';
import { isReached, type Figure } from './bench/figure';
import { benchTable } from './bench/table';

/** Measures the product against its floors; a missed goal is shown as missed and is no error. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      repeats: { type: 'string', default: '5' },
    },
  });
  const repeats = Number(values.repeats);
  if (!Number.isInteger(repeats) || repeats < 1 || repeats > 20)
    throw new Error('--repeats is a whole number from 1 to 20');
  // The table alone goes to standard output, so that a machine can read it.
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const bench = new Bench({ config: loadConfig(), root: path.join(__dirname, '..', '..'), say });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bench.close().then(() => process.exit(130)));
  try {
    const names = values.only ?? Object.keys(bench.measures);
    const figures: Figure[] = [];
    for (const name of names) {
      const measure = bench.measures[name];
      if (!measure) throw new Error(`There is no measure ${name}; there are ${Object.keys(bench.measures).join(', ')}`);
      say(`measuring ${name}`);
      figures.push(...(await measure(repeats)));
    }
    if (values.json)
      console.log(
        JSON.stringify(
          {
            at: new Date().toISOString(),
            figures: figures.map((figure) => ({ ...figure, reached: isReached(figure) })),
          },
          null,
          2,
        ),
      );
    else for (const line of benchTable(figures)) console.log(line);
  } finally {
    await bench.close();
  }
}

run().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
