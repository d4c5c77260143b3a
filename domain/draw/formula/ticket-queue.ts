import type { Pool } from './pool';
import type { Sample } from './sample';
import { membersByStratum, sortedByTicket } from './strata';

/** Which objects stand drawn, and which comes next in each stratum: the replacement rule for objects. */
export class TicketQueue {
  private readonly standing: Set<number>;
  private readonly used: Set<number>;
  private readonly queues = new Map<number, number[]>();
  private members?: Uint32Array[];

  constructor(
    private readonly pool: Pick<Pool, 'paramsFile' | 'objects'>,
    private readonly sample: Sample,
  ) {
    this.standing = new Set(sample.drawn);
    this.used = new Set(sample.drawn);
  }

  /** Whether the object is drawn and was not replaced since. */
  isDrawn(object: number): boolean {
    return this.standing.has(object);
  }

  /** The unused object of the same stratum with the smallest ticket, or undefined if all are used. */
  next(object: number): number | undefined {
    return this.queueOf(this.pool.objects.stratum[object] as number).find((row) => !this.used.has(row));
  }

  /** `by` takes the place of `object`, which never comes back. */
  replace(object: number, by: number): void {
    this.standing.delete(object);
    this.standing.add(by);
    this.used.add(by);
  }

  private queueOf(stratum: number): number[] {
    const known = this.queues.get(stratum);
    if (known !== undefined) return known;
    this.members ??= membersByStratum(this.pool.objects, this.pool.paramsFile.params.strata.length);
    const members = (this.members[stratum] as Uint32Array).filter((row) => !this.used.has(row));
    const queue = sortedByTicket(this.sample.tickets, members);
    this.queues.set(stratum, queue);
    return queue;
  }
}
