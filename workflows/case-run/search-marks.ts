import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { patched, upsertSearchAttributes } from '@temporalio/workflow';

/** What operators find a case by. Most acts change none of it, and each upsert is an event and a write to the engine's lists. */
export class SearchMarks {
  /** Cases that were opened before upsert all of them at every act, and go on so. */
  private readonly onlyChanges = patched('search-marks-only-when-changed');
  private readonly shown = new Map<string, string>();

  /** Brings the engine's lists in line with these marks. */
  show(marks: SearchAttributeUpdatePair[]): void {
    const upserted = this.onlyChanges ? marks.filter((mark) => this.changed(mark)) : marks;
    if (upserted.length > 0) upsertSearchAttributes(upserted);
  }

  private changed({ key, value }: SearchAttributeUpdatePair): boolean {
    const text = JSON.stringify(value);
    if (this.shown.get(key.name) === text) return false;
    this.shown.set(key.name, text);
    return true;
  }
}
