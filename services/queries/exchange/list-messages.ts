import { every, sql, words, type Sql } from '../../../db/sql';
import type { ExchangeOperation } from '../../../domain/exchange/envelope';
import { outboxStates, type OutboxState } from '../../../domain/exchange/outbox-state';
import { exchangeViewOf } from '../../../domain/exchange/permission';
import { messageColumns, type OutboxMessageRow } from '../../exchange/message-row';
import type { Reader } from '../cases/may-read-case';
import type { OrderedList, Placed } from '../ordered-list';
import { sortedBy } from '../sorted-list';

export interface MessageFilter {
  /** `parked` gives the list of what waits for a person. */
  state?: OutboxState;
  platform?: string;
  subjectId?: string;
  /** By which column they stand; oldest first where nothing is said. */
  sort?: { column: MessageColumn; descending: boolean };
}

/** The columns by which messages are sorted. Whom a record is about orders nothing: not everybody who sees the list is told. */
export const messageColumnsToSort = ['number', 'platform', 'department', 'state', 'attempts', 'createdAt'] as const;
type MessageColumn = (typeof messageColumnsToSort)[number];

/** A message in a list; the record itself is shown on its own page. */
export type ListedMessage = Omit<OutboxMessageRow, 'payload' | 'corrections'> &
  Placed & { operation: ExchangeOperation; about: RecordAbout | null };

/** Whom a record is about and with which finding; not told to whoever reads no record. */
export interface RecordAbout {
  object: string | null;
  /** The field of the record that bears the finding, and what stands in it. */
  finding: { field: string; value: string } | null;
}

const findingFields = ['result', 'insRes_CN'];

function aboutOf(record: Record<string, unknown>): RecordAbout {
  const field = findingFields.find((name) => typeof record[name] === 'string');
  return {
    object: typeof record['object'] === 'string' ? record['object'] : null,
    finding: field === undefined ? null : { field, value: record[field] as string },
  };
}

/** Messages that the reader may see, oldest first; of a person who may see none, none. */
export function listMessages(reader: Reader, filter: MessageFilter): OrderedList<ListedMessage> {
  const view = exchangeViewOf(reader);
  const conditions = [view === undefined ? sql`FALSE` : sql`TRUE`];
  if (view && 'department' in view) conditions.push(sql`m.department = ${view.department}`);
  if (filter.state) conditions.push(sql`m.state = ${filter.state}`);
  if (filter.platform) conditions.push(sql`m.platform = ${filter.platform}`);
  if (filter.subjectId) conditions.push(sql`m.subject_id = ${filter.subjectId}`);
  const list: OrderedList<ListedMessage> = {
    columns: sql`m.number::text AS place, ${words(messageColumns)}`,
    from: sql`outbox_message m`,
    where: every(conditions),
    ascending: true,
    order: ['m.number'],
    seen(row) {
      const { payload, corrections: _corrections, ...rest } = row as unknown as OutboxMessageRow & Placed;
      return { ...rest, operation: payload.operation, about: view?.records ? aboutOf(payload.record) : null };
    },
    placeOf: (text) => (/^\d{1,15}$/.test(text) ? [sql`${text}::bigint`] : undefined),
  };
  const { sort } = filter;
  return sort ? sortedBy(list, { by: valueOf[sort.column], descending: sort.descending }) : list;
}

const valueOf: Record<MessageColumn, Sql> = {
  number: sql`to_char(m.number, 'FM0000000000000000')`,
  platform: sql`m.platform`,
  department: sql`(SELECT d.name FROM department d WHERE d.code = m.department)`,
  state: sql`to_char(array_position(${[...outboxStates]}::text[], m.state::text), 'FM00')`,
  attempts: sql`to_char(m.attempts, 'FM0000000000')`,
  createdAt: sql`to_char(m.created_at, 'YYYY-MM-DD HH24:MI:SS.US')`,
};
