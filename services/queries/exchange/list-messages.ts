import type { DataSource } from 'typeorm';
import type { OutboxState } from '../../../domain/exchange/outbox-state';
import { exchangeViewOf } from '../../../domain/exchange/permission';
import { messageColumns, type OutboxMessageRow } from '../../exchange/message-row';
import type { Reader } from '../cases/may-read-case';

export interface MessageFilter {
  /** `parked` gives the list of what waits for a person. */
  state?: OutboxState;
  platform?: string;
  subjectId?: string;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** A message in a list; the record itself is shown on its own page. */
export type ListedMessage = Omit<OutboxMessageRow, 'payload' | 'corrections'>;

/** Messages that the reader may see, oldest first, with their number in all. */
export async function listMessages(
  dataSource: DataSource,
  reader: Reader,
  filter: MessageFilter,
): Promise<{ messages: ListedMessage[]; total: number }> {
  const view = exchangeViewOf(reader);
  if (view === undefined) return { messages: [], total: 0 };
  const condition = `($1::text IS NULL OR m.department = $1) AND ($2::text IS NULL OR m.state = $2)
    AND ($3::text IS NULL OR m.platform = $3) AND ($4::text IS NULL OR m.subject_id = $4)`;
  const parameters = [
    'department' in view ? view.department : null,
    filter.state ?? null,
    filter.platform ?? null,
    filter.subjectId ?? null,
  ];
  const counted: { total: number }[] = await dataSource.query(
    `SELECT count(*)::int AS total FROM outbox_message m WHERE ${condition}`,
    parameters,
  );
  const rows: OutboxMessageRow[] = await dataSource.query(
    `SELECT ${messageColumns} FROM outbox_message m WHERE ${condition} ORDER BY m.number LIMIT $5 OFFSET $6`,
    [...parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  return {
    messages: rows.map(({ payload: _payload, corrections: _corrections, ...rest }) => rest),
    total: counted[0]?.total ?? 0,
  };
}
