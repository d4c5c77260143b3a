import { toHex } from '../../proof/bytes';
import type { Expander } from './hkdf';
import type { InspectorTable } from './inspectors-file';
import { literal } from './line-cursor';

/** A department's inspectors in the order of their keys (load, expand("asg|" ‖ department ‖ "|" ‖ load ‖ "|" ‖ id), id). */
export class Roster {
  private readonly loads = new Map<number, number>();
  private readonly keys = new Map<number, string>();
  private order: number[];

  constructor(
    private readonly expander: Expander,
    private readonly department: string,
    private readonly inspectors: InspectorTable,
    members: readonly number[],
  ) {
    members.forEach((member) => this.setLoad(member, 0));
    this.order = [...members].sort((a, b) => this.compare(a, b));
  }

  /** Inspectors not in `recused`, by key. */
  candidates(recused: ReadonlySet<number>): number[] {
    return recused.size === 0 ? this.order : this.order.filter((member) => !recused.has(member));
  }

  /** Lets the loads of a team grow by `objects`; keys change with them. */
  grow(team: readonly number[], objects: number): void {
    const rest = this.order.filter((member) => !team.includes(member));
    for (const member of team) this.setLoad(member, (this.loads.get(member) as number) + objects);
    for (const member of team) rest.splice(this.placeOf(member, rest), 0, member);
    this.order = rest;
  }

  private setLoad(member: number, load: number): void {
    const info = literal(`asg|${this.department}|${load}|${this.inspectors.at(member).id}`);
    this.loads.set(member, load);
    this.keys.set(member, toHex(this.expander.expand(info)));
  }

  private compare(a: number, b: number): number {
    const loads = (this.loads.get(a) as number) - (this.loads.get(b) as number);
    if (loads !== 0) return loads;
    const [left, right] = [this.keys.get(a) as string, this.keys.get(b) as string];
    // Rows of one department stand in the order of ids.
    if (left === right) return a - b;
    return left < right ? -1 : 1;
  }

  private placeOf(member: number, order: readonly number[]): number {
    let low = 0;
    for (let high = order.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (this.compare(order[middle] as number, member) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
