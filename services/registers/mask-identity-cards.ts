import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { withKeys } from '../../db/name-keys';
import { systemActor } from '../../domain/actor';
import { findPlatform } from '../../domain/exchange/platform';
import { findHindrance } from '../../domain/exchange/preflight';
import type { OutboxPayload } from '../../domain/exchange/message';
import { cardsIn, carriesCard, masked, readCard } from '../../domain/identity-card';
import { recordChange } from './record-change';

export interface MaskedCards {
  /** Rows changed, by table. */
  masked: Record<string, number>;
  /** Rows that still hold a number, by place: what an erasure act decides on. */
  left: Record<string, number>;
}

type Row = Record<string, unknown> & { id: string };

/** As PostgreSQL reads it: what could be a number, before `cardsIn` says whether it is one. */
const likely = '[0-9０-９](?:[^0-9０-９]{0,3}[0-9０-９]){14}';

/** Places that keep what was: histories, uploads, what was said and printed. They are counted, never changed here. */
const kept: readonly (readonly [place: string, table: string, text: string])[] = [
  ['register_change', 'register_change', `concat_ws(' ', before::text, after::text)`],
  ['acts', 'acts', `concat_ws(' ', reason, detail::text)`],
  ['act_request', 'act_request', 'body'],
  ['official_case', 'official_case', 'state::text'],
  ['result_version', 'result_version', `concat_ws(' ', reason, form::text)`],
  ['draft', 'draft', 'body::text'],
  ['act_series', 'act_series_piece', 'said::text'],
  ['import_batch', 'import_batch', `concat_ws(' ', file_name, errors::text)`],
  ['recusal_name', 'recusal_name', 'given'],
  ['recusal', 'recusal', 'reason'],
  ['outbox_message.sent', `outbox_message WHERE state IN ('sent', 'sending')`, 'payload::text'],
  ['outbox_attempt', 'outbox_attempt', 'detail'],
  ['stored_file', 'stored_file', `encode(content, 'escape')`],
];

/**
 * Takes the numbers of identity cards out of the registers, the publications and what is still to be sent, and counts the
 * places where they stay. A firm whose only code was such a number has none from then on; its history says so without the number.
 */
export async function maskIdentityCards(dataSource: DataSource, at: Date): Promise<MaskedCards> {
  return dataSource.transaction(async (manager) => {
    const objects = await maskObjects(manager, at);
    const inspectors = await maskInspectors(manager, at);
    const masked = {
      check_object: objects.length,
      inspector: inspectors,
      publication: await maskPublications(manager),
      outbox_message: await maskMessages(manager),
    };
    return { masked, left: { ...(await countKept(manager)), document: await papersAbout(manager, objects) } };
  });
}

async function maskObjects(manager: EntityManager, at: Date): Promise<string[]> {
  const rows = await suspects(manager, 'check_object', [
    'uscc',
    'registration_no',
    'name',
    'address',
    'legal_representative',
    'phone',
    'note',
    'scope',
    'licences',
    'tags',
    'risk_source',
    'credit_status',
  ]);
  const changed: string[] = [];
  for (const row of rows) {
    const values = { ...maskedTexts(row), ...withoutCodes(row, ['uscc', 'registration_no']) };
    if (await write(manager, { register: 'object', table: 'check_object', row, values, at })) changed.push(row.id);
  }
  return changed;
}

async function maskInspectors(manager: EntityManager, at: Date): Promise<number> {
  const rows = await suspects(manager, 'inspector', ['staff_no', 'name', 'certificates', 'specialisms']);
  let changed = 0;
  for (const row of rows) {
    const values: Record<string, unknown> = maskedTexts(row);
    // A staff number names its officer: another takes its place.
    if (readCard(String(row.staff_no)) === 'certain') values.staff_no = `M${row.id.slice(0, 8)}`;
    if (await write(manager, { register: 'inspector', table: 'inspector', row, values, at })) changed += 1;
  }
  return changed;
}

async function maskPublications(manager: EntityManager): Promise<number> {
  const rows = await suspects(manager, 'publication', [
    'uscc',
    'registration_no',
    'object_name',
    'reason',
    'public_reason',
    'check_title',
  ]);
  let changed = 0;
  for (const row of rows) {
    const values = { ...maskedTexts(row), ...withoutCodes(row, ['uscc', 'registration_no']) };
    if (Object.keys(values).length === 0) continue;
    const written = withKeys('publication', values);
    const assignments = Object.keys(written).map((column, index) => `"${column}" = $${index + 2}`);
    await manager.query(`UPDATE publication SET ${assignments.join(', ')} WHERE id = $1`, [
      row.id,
      ...Object.values(written),
    ]);
    changed += 1;
  }
  return changed;
}

/** What has not gone out is masked; a code that was a card's is left out, and the record waits for the firm's own. */
async function maskMessages(manager: EntityManager): Promise<number> {
  const rows: { id: string; platform: string; payload: OutboxPayload; state: string }[] = await manager.query(
    `SELECT id, platform, payload, state FROM outbox_message WHERE state NOT IN ('sent', 'sending') AND payload::text ~ $1 FOR UPDATE`,
    [likely],
  );
  let changed = 0;
  for (const { id, platform, payload, state } of rows) {
    if (!carriesCard(payload)) continue;
    const { idCode, ...rest } = payload.record;
    const code = typeof idCode === 'string' && readCard(idCode) !== 'certain' ? { idCode } : {};
    const record = masked({ ...rest, ...code });
    const next: OutboxPayload = { ...payload, record };
    const hindrance = findHindrance(findPlatform(platform), next);
    const parked = hindrance && ['queued', 'parked'].includes(state);
    await manager.query(
      `UPDATE outbox_message SET payload = $2, version = version + 1, told_at = CASE WHEN $3 THEN NULL ELSE told_at END,
         state = CASE WHEN $3 THEN 'parked' ELSE state END, last_error_code = CASE WHEN $3 THEN $4 ELSE last_error_code END,
         last_error = CASE WHEN $3 THEN $5 ELSE last_error END, next_attempt_at = CASE WHEN $3 THEN NULL ELSE next_attempt_at END
       WHERE id = $1`,
      [id, JSON.stringify(next), Boolean(parked), hindrance?.code ?? null, hindrance?.fields.join(', ') ?? null],
    );
    changed += 1;
  }
  return changed;
}

async function suspects(manager: EntityManager, table: string, columns: readonly string[]): Promise<Row[]> {
  const rows: { row: Row }[] = await manager.query(
    `SELECT to_jsonb(t) || jsonb_build_object('id', t.id::text) AS row FROM ${table} t
     WHERE concat_ws(' ', ${columns.map((column) => `t."${column}"::text`).join(', ')}) ~ $1 ORDER BY t.id FOR UPDATE`,
    [likely],
  );
  return rows.map(({ row }) => row);
}

/** Every value of a row in which a number stands, masked; keys of search are made anew with their names. */
function maskedTexts(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (column === 'id' || /_keys?$/.test(column) || value === null || typeof value === 'number') return [];
      return carriesCard(value) ? [[column, masked(value)]] : [];
    }),
  );
}

/** Codes that were a card's are gone, not masked: a mask is no code and would stand for another firm's. */
const withoutCodes = (row: Row, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    columns.flatMap((column): [string, null][] =>
      typeof row[column] === 'string' && readCard(row[column]) === 'certain' ? [[column, null]] : [],
    ),
  );

async function write(
  manager: EntityManager,
  {
    register,
    table,
    row,
    values,
    at,
  }: { register: string; table: string; row: Row; values: Record<string, unknown>; at: Date },
): Promise<boolean> {
  if (Object.keys(values).length === 0) return false;
  const written = withKeys(table, values);
  const assignments = Object.keys(written).map((column) => `"${column}" = given."${column}"`);
  await manager.query(
    `UPDATE ${table} t SET ${assignments.join(', ')}, version = t.version + 1, updated_at = $3 FROM jsonb_populate_record(NULL::${table}, $2::jsonb) given WHERE t.id = $1`,
    [row.id, JSON.stringify(written), at],
  );
  const before = Object.fromEntries(Object.keys(values).map((column) => [column, masked(row[column])]));
  await recordChange(
    manager,
    { actor: systemActor, at, submission: randomUUID() },
    {
      register,
      id: row.id,
      version: Number(row.version) + 1,
      act: `${register}.maskCard`,
      cause: 'cardMasked',
      before,
      after: values,
    },
  );
  return true;
}

async function countKept(manager: EntityManager): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [place, table, text] of kept) {
    const rows: { text: string }[] = await manager.query(
      `SELECT said.text FROM (SELECT ${text} AS text FROM ${table}) said WHERE said.text ~ $1`,
      [likely],
    );
    counts[place] = rows.filter((row) => cardsIn(row.text).length > 0).length;
  }
  return counts;
}

/** Papers of cases about the firms: what is printed in them cannot be read back, and they bore the number. */
async function papersAbout(manager: EntityManager, objects: readonly string[]): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM document d JOIN official_case c ON c.id = d.case_id WHERE c.subject_id = ANY($1::uuid[])`,
    [objects],
  );
  return rows[0]?.count ?? 0;
}
