import { hash } from 'node:crypto';
import { nodeSha256 } from '../../../connectors/node-sha256';
import { Expander } from '../../../domain/draw/formula/hkdf';
import { ObjectTable } from '../../../domain/draw/formula/objects-file';
import { sampleObjects } from '../../../domain/draw/formula/sample';
import { ratioFigure, type Figure, type Pair } from '../figure';

const objects = 1_000_000;
const strata = [{ id: 'C', basisPoints: 500 }];

/** Pure sampling of a million objects ÷ their HMACs as two one-shot hashes each, in CPU time. */
export function measureSampling(repeats: number): Figure {
  const table = millionObjects();
  const key = Buffer.alloc(32, 7);
  const pairs: Pair[] = [];
  // The first pass is for the compiler.
  for (let repeat = -1; repeat < repeats; repeat++) {
    const product = cpuSeconds(() => sampleObjects(new Expander(nodeSha256, key), table, strata));
    const floor = cpuSeconds(() => hashTwice(table, key));
    if (repeat >= 0) pairs.push({ product, floor });
  }
  return ratioFigure(
    {
      name: 'sampling',
      what: `CPU of pure sampling of ${objects} ÷ HMAC as two one-shot hashes over as many ids`,
      goal: { atMost: 1.5 },
    },
    pairs,
    (medians) => `${medians.product.toFixed(2)} s ÷ ${medians.floor.toFixed(2)} s of CPU time`,
  );
}

function millionObjects(): ObjectTable {
  const table = new ObjectTable();
  for (let number = 0; number < objects; number++) {
    const id = Buffer.from(`p${String(number).padStart(15, '0')}`);
    table.append(id, 0, id.length, 0, 1, -1);
  }
  return table;
}

/** HMAC-SHA-256 of every id with padded keys made once and memory used again: no less can be done. */
function hashTwice(table: ObjectTable, key: Buffer): number {
  const block = 64;
  const padded = (pad: number) => Buffer.concat([key, Buffer.alloc(block - key.length)]).map((byte) => byte ^ pad);
  const inner = Buffer.concat([padded(0x36), Buffer.alloc(block)]);
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(32)]);
  const views = Array.from({ length: block + 1 }, (_, length) => inner.subarray(0, block + length));
  let seen = 0;
  for (let i = 0; i < table.count; i++) {
    const [start, end] = [table.starts[i] as number, table.starts[i + 1] as number];
    for (let at = start; at < end; at++) inner[block + at - start] = table.ids[at] as number;
    const digest = hash('sha256', views[end - start] as Buffer, 'binary');
    for (let at = 0; at < 32; at++) outer[block + at] = digest.charCodeAt(at);
    seen += hash('sha256', outer, 'binary').charCodeAt(0);
  }
  return seen;
}

function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
