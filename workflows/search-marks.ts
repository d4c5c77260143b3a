import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { Standing } from '../domain/standing';
import { searchAttributes } from './contracts';

/** What operators find a case by. Most acts change none of it, and each upsert is an event and a write to the engine's lists. */
export class SearchMarks {
  private readonly shown = new Map<string, string>();

  /** Brings the engine's lists in line with where the case stands. */
  show({ marks, stage, number }: Standing): void {
    const { kind, lead, departments, due } = marks;
    const pairs: SearchAttributeUpdatePair[] = [
      { key: searchAttributes.caseKind, value: kind },
      { key: searchAttributes.stage, value: stage },
      { key: searchAttributes.number, value: number },
      { key: searchAttributes.lead, value: lead ?? null },
      { key: searchAttributes.departments, value: departments },
      { key: searchAttributes.due, value: due ? new Date(`${due}T00:00:00+08:00`) : null },
    ];
    const changed = pairs.filter((pair) => this.changed(pair));
    if (changed.length > 0) upsertSearchAttributes(changed);
  }

  private changed({ key, value }: SearchAttributeUpdatePair): boolean {
    const text = JSON.stringify(value);
    if (this.shown.get(key.name) === text) return false;
    this.shown.set(key.name, text);
    return true;
  }
}
