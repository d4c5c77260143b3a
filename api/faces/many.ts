import type { Act } from '../../domain/act';
import type { CaseKind } from '../../domain/process';
import type { ManyCase } from '../../services/queries/cases/many-cases';
import type { FactsContext, Row, Table } from './facts';

/** One of many cases as a row. */
export interface ManyLine {
  /** In the order of the columns; the first is what the case is called by. */
  cells: Table['rows'][number]['cells'];
  /** What asks for more than a glance stands first. */
  adverse: boolean;
  /** The person may answer for it only after having opened it. */
  readFirst: boolean;
  /** What this row stands together with others under, such as the township that a day's trip goes to. */
  group?: string;
  /** Said of what the person has filled in, such as a day on which an officer goes elsewhere. */
  marks?: string[];
}

/** How an act is done on many cases of its kind at once: each by itself, with a tick, an entry and an outcome of its own. */
export interface ManyOf<K extends CaseKind> {
  /** Texts of the columns, by key. */
  columns: readonly string[];
  /** Of these the ones whose words are never broken. */
  dates?: readonly string[];
  /** Of these the ones that hold sentences or addresses. */
  wide?: readonly string[];
  /** @param typed what the person has filled in, by number of the case */
  lines(
    context: FactsContext,
    act: Act,
    cases: ManyCase<K>[],
    typed: Readonly<Record<string, Record<string, unknown>>>,
  ): Promise<ManyLine[]>;
  /** What stands under a heading of its own in an opened row, such as what the public will read. */
  beside?(context: FactsContext, one: ManyCase<K>): Promise<{ title: string; rows: Row[] } | undefined>;
  /** What a tick says, beside the fields of the row. */
  said: Record<string, unknown>;
  /** What sending a row back says, with its `reason`: of the act itself, or of the one that does it. */
  back?: { act: string; said: Record<string, unknown> };
  /** Fields of the act that stand in the row itself, and once above all for rows that have nothing of their own. */
  inRow?: readonly string[];
  /** Fields of the act that stand in an opened row. */
  inOpened?: readonly string[];
}
