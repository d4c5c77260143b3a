import type { AppWorld } from '../app-world';
import type { Person } from '../person';

export interface Link {
  text: string;
  /** What tells it from others of the same words. */
  visuallyHiddenText?: string;
  href: string;
}

export interface Row {
  key: { text: string };
  value: { text?: string; lines?: string[]; href?: string; links?: Link[]; tag?: { text: string; status: string } };
}

export interface Table {
  id: string;
  caption: string;
  captionHidden?: boolean;
  columns: { text: string; kind?: 'number' | 'date' | 'code' }[];
  rows: {
    cells: {
      text?: string;
      href?: string;
      links?: Link[];
      lines?: string[];
      hint?: string;
      tag?: { text: string; status: string };
    }[];
  }[];
  stacked?: boolean;
}

/** What a version says otherwise than the one before it. */
export interface RecordChange {
  label: string;
  was: string;
  is: string;
}

/** One version of what was recorded at a firm. */
export interface RecordView {
  id: string;
  title: string;
  /** Who entered it, and why where it corrects another. */
  by: string;
  /** Against the version before it; of a first version, nothing. */
  changes: RecordChange[];
  rows: Row[];
  table: Table;
  files: { name: string; href: string; size: number; picture: boolean }[];
  /** A later version stands. */
  earlier: boolean;
}

/** Rows behind a line that opens them. */
export interface Fold {
  summary: string;
  rows: Row[];
}

/** A pool from the register to the draw: a sentence of figures, each part that was left out with its list, and the same as a bar. */
export interface PoolBar {
  words: string;
  inside: Link;
  left: Link[];
  /** Of a bar 1000 wide. */
  parts: { of: 'out' | 'in' | 'drawn'; from: number; width: number }[];
}

/** What a case's page tells beside stage, acts and timeline. */
export interface CaseFacts {
  /** What people came for, before everything else. */
  first?: { caption: string; bar?: PoolBar; table?: Table; rest?: Link; button?: Link };
  /** How it can be proved, after everything else: short codes, and folded behind them the whole ones with what to do. */
  proof?: { codes: Row[]; whole: Row[]; steps: string[]; links: Link[] };
  rows: Row[];
  tables: Table[];
  records: RecordView[];
  links: Link[];
  /** What is to be looked at, item by item. */
  items?: Fold[];
}

export interface FactsContext {
  world: AppWorld;
  person: Person;
  units: Record<string, string>;
  t(key: string, values?: Record<string, unknown>): string;
}

/** A line of the facts; nothing to say is no line. */
export function row(key: string, value: string | string[] | undefined | null): Row[] {
  if (value === undefined || value === null || value.length === 0) return [];
  return [{ key: { text: key }, value: Array.isArray(value) ? { lines: value } : { text: value } }];
}
