import type { AppWorld } from '../../app-world';

export interface Row {
  key: { text: string };
  value: { text?: string; lines?: string[]; href?: string; tag?: { text: string; status: string } };
}

export interface Table {
  id: string;
  caption: string;
  columns: { text: string; kind?: 'number' | 'date' }[];
  rows: { cells: { text?: string; href?: string; lines?: string[]; hint?: string; tag?: { text: string; status: string } }[] }[];
  stacked?: boolean;
}

/** What a case's page tells beside stage, acts and timeline. */
export interface CaseFacts {
  rows: Row[];
  tables: Table[];
  links: { text: string; href: string }[];
  notes: string[];
}

export interface FactsContext {
  world: AppWorld;
  units: Record<string, string>;
  t(key: string, values?: Record<string, unknown>): string;
}

/** A line of the facts; nothing to say is no line. */
export function row(key: string, value: string | string[] | undefined | null): Row[] {
  if (value === undefined || value === null || value.length === 0) return [];
  return [{ key: { text: key }, value: Array.isArray(value) ? { lines: value } : { text: value } }];
}
