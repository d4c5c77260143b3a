import { createHash, createHmac } from 'node:crypto';
import { inspectorsBytes, objectsBytes, paramsBytes, recusalsBytes } from '../../../domain/draw/formula/bundle-files';
import type { DrawResult } from '../../../domain/draw/formula/result';
import type { SmallPool } from './small-pools';

/**
 * draw/v1 once more, written from the page alone with createHash and createHmac, whole sorts and no tables: slow, and
 * with nothing of the formula's code but the writers of files.
 */
const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const lp = (x: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([x.length >>> 24, x.length >>> 16, x.length >>> 8, x.length]), x]);

function root(file: Uint8Array): Buffer {
  const leaves = Buffer.from(file)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => Buffer.from(line));
  const hashOf = (part: Buffer[]): Buffer => {
    if (part.length === 0) return sha();
    if (part.length === 1) return sha(Buffer.from([0]), part[0] as Buffer);
    let half = 1;
    while (half * 2 < part.length) half *= 2;
    return sha(Buffer.from([1]), hashOf(part.slice(0, half)), hashOf(part.slice(half)));
  };
  return hashOf(leaves);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function plainDraw({ params, objects, inspectors, recusals, secrets }: SmallPool): DrawResult | 'infeasible' {
  const ikm = [
    Buffer.from('draw/v1'),
    Buffer.from(params.batch),
    Buffer.alloc(0),
    root(objectsBytes(objects)),
    root(inspectorsBytes(inspectors)),
    root(recusalsBytes(recusals)),
    sha(paramsBytes(params)),
  ].map(lp);
  const prk = createHmac('sha256', sha(...secrets))
    .update(Buffer.concat(ikm))
    .digest();
  const expand = (info: string): string =>
    createHmac('sha256', prk)
      .update(info)
      .update(Buffer.from([1]))
      .digest('hex');

  const tickets = objects.map((object) => {
    const all = [expand(`obj|${object.id}`)];
    for (let j = 2; j <= (object.weight ?? 1); j++) all.push(expand(`obj|${object.id}|${j}`));
    return { ...object, area: object.area ?? '', ticket: all.sort()[0] as string };
  });
  const byTicket = (a: { ticket: string; id: string }, b: { ticket: string; id: string }): number =>
    order(a.ticket, b.ticket) || order(a.id, b.id);
  const cutoffs: Record<string, string> = {};
  const drawn = params.strata.flatMap(({ id, basisPoints, count }) => {
    const own = tickets.filter(({ stratum }) => stratum === id).sort(byTicket);
    const n =
      count === undefined
        ? Number((BigInt(own.length) * BigInt(basisPoints as number) + 9999n) / 10_000n)
        : Math.min(count, own.length);
    const taken = own.slice(0, n);
    if (n > 0) cutoffs[id] = (taken[n - 1] as { ticket: string }).ticket;
    return taken;
  });

  const sorted = [...drawn].sort((a, b) => order(a.area, b.area) || byTicket(a, b));
  const runs: (typeof drawn)[] = [];
  for (const object of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.area === object.area && last.length < (params.runLength ?? 1)) last.push(object);
    else runs.push([object]);
  }

  const assignments: DrawResult['assignments'] = [];
  for (const department of params.departments) {
    const load = new Map(
      inspectors.filter((inspector) => inspector.department === department.id).map(({ id }) => [id, 0]),
    );
    const serve = (run: typeof drawn): boolean => {
      const candidates = inspectors
        .filter((inspector) => inspector.department === department.id)
        .filter(
          ({ id }) =>
            !recusals.some((recusal) => recusal.inspector === id && run.some((object) => object.id === recusal.object)),
        )
        .map((inspector) => ({
          ...inspector,
          load: load.get(inspector.id) as number,
          key: expand(`asg|${department.id}|${load.get(inspector.id)}|${inspector.id}`),
        }))
        .sort((a, b) => a.load - b.load || order(a.key, b.key) || order(a.id, b.id));
      const slots = Array.from({ length: department.officers }, (_, i) => department.qualifications[i]);
      const owner: Record<string, number> = {};
      const fits = (c: { qualifications: readonly string[] }, slot: number): boolean =>
        slots[slot] === undefined || c.qualifications.includes(slots[slot]);
      const fill = (slot: number, seen: string[]): boolean => {
        for (const c of candidates) if (fits(c, slot) && !(c.id in owner)) return ((owner[c.id] = slot), true);
        for (const c of candidates) {
          if (!fits(c, slot) || seen.includes(c.id)) continue;
          seen.push(c.id);
          if (fill(owner[c.id] as number, seen)) return ((owner[c.id] = slot), true);
        }
        return false;
      };
      for (let slot = 0; slot < slots.length; slot++) if (!fill(slot, [])) return false;
      const team = slots.map((_, slot) => Object.keys(owner).find((id) => owner[id] === slot) as string);
      for (const object of run) assignments.push({ department: department.id, object: object.id, inspectors: team });
      for (const id of team) load.set(id, (load.get(id) as number) + run.length);
      return true;
    };
    for (const run of runs) {
      const own = run.filter(({ stratum }) => department.strata === undefined || department.strata.includes(stratum));
      if (own.length === 0 || serve(own)) continue;
      for (const object of own) if (!serve([object])) return 'infeasible';
    }
  }
  const listed = [...drawn].sort(byTicket).map(({ id, stratum, ticket }) => ({ id, stratum, ticket }));
  return { version: 'draw/v1', prkHash: sha(prk).toString('hex'), objects: listed, cutoffs, assignments };
}
