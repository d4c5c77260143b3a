import type { Queryable } from '../../db/queryable';
import type { Effect } from '../../domain/effects';
import type { Telling } from '../../domain/process';
import type { Rules } from '../../domain/processes';
import { ActRequest, isRequestKey, signatureLifeMs, type SignedRequest } from '../../domain/request';
import { tellingOf } from '../../domain/tellings';

/** Where an act comes from: a person's signed request, the clock, or something that is recorded. */
export type Source =
  | { kind: 'person'; signed: SignedRequest; stale: boolean }
  /** The step whose moment has come, as the case's state says under the lock. */
  | { kind: 'clock' }
  | { kind: 'recorded'; telling: Telling };

/** Neither a signed request nor a recorded source: somebody uses the engine past the web. */
export interface Stray {
  stray: 'SOURCE_UNKNOWN' | 'REQUEST_UNSIGNED' | 'CASE_UNKNOWN';
}

export interface SourceWorld {
  rules: Rules;
  verify(signed: SignedRequest): boolean;
}

/** The key by which the run asks for the clock's step. */
export const clockKey = 'clock';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
// One thing has one key: nothing is told again under a number that is written otherwise.
const effectsKey = /^effect\/([1-9]\d{0,17})$/;
const calendarsKey = /^calendar\/(\d{4})-([1-9]\d{0,8})$/;
const messagesKey = new RegExp(`^message/(${uuid})/(sent|givenUp)$`);

/**
 * Looks up what a key stands for. No message is believed: a person's act is in a row that the web signed, everything else
 * follows from a recorded act, a calendar, or a platform's answer.
 * @param place the case, or the workflow that judges an opening
 * @param takenAt when the case took it, in milliseconds
 */
export async function sourceOf(
  manager: Queryable,
  world: SourceWorld,
  { place, key, takenAt }: { place: string; key: string; takenAt: number },
): Promise<Source | Stray> {
  if (key === clockKey) return { kind: 'clock' };
  if (isRequestKey(key)) return requestOf(manager, world, place, key, takenAt);
  const telling = await recordedTelling(manager, world.rules, place, key);
  return telling ? { kind: 'recorded', telling } : { stray: 'SOURCE_UNKNOWN' };
}

async function requestOf(
  manager: Queryable,
  world: SourceWorld,
  place: string,
  key: string,
  takenAt: number,
): Promise<Source | Stray> {
  const rows: { body: string; keyId: string; signature: string }[] = await manager.query(
    'SELECT body, key_id AS "keyId", signature FROM act_request WHERE key = $1',
    [key],
  );
  const [row] = rows;
  if (!row) return { stray: 'SOURCE_UNKNOWN' };
  const read = ActRequest.safeParse(parsed(row.body));
  if (!read.success) return { stray: 'REQUEST_UNSIGNED' };
  const signed = { request: read.data, keyId: row.keyId, signature: row.signature };
  if (!world.verify(signed)) return { stray: 'REQUEST_UNSIGNED' };
  if (read.data.key !== key || (read.data.case ?? openingPlace(key)) !== place) return { stray: 'REQUEST_UNSIGNED' };
  const stale = !(Math.abs(takenAt - Date.parse(read.data.at)) <= signatureLifeMs);
  return { kind: 'person', signed, stale };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The workflow that judges an act which opens a case. */
export function openingPlace(key: string): string {
  return `opening/${key}`;
}

async function recordedTelling(
  manager: Queryable,
  rules: Rules,
  place: string,
  key: string,
): Promise<Telling | undefined> {
  const effect = effectsKey.exec(key);
  if (effect) return toldByEffect(manager, place, effect[1] ?? '');
  const calendar = calendarsKey.exec(key);
  if (calendar) return toldByCalendar(manager, place, Number(calendar[1]), Number(calendar[2]));
  const message = messagesKey.exec(key);
  if (message) return toldByPlatform(manager, rules, place, message[1] ?? '', message[2] ?? '');
  return undefined;
}

/** An effect tells when everything before it is settled, and not while it waits for a person: nobody can bring its turn forward. */
async function toldByEffect(manager: Queryable, place: string, id: string): Promise<Telling | undefined> {
  const rows: { effect: Effect; parent: string | null }[] = await manager.query(
    `SELECT e.effect, c.parent_id AS parent FROM case_effect e JOIN official_case c ON c.id = $2
     WHERE e.id = $1 AND e.state <> 'parked' AND NOT EXISTS (SELECT 1 FROM case_effect b WHERE b.case_id = e.case_id AND b.state = 'open' AND b.id < e.id)`,
    [id, place],
  );
  const [row] = rows;
  return row && tellingOf(row.effect, { id: place, parent: row.parent });
}

async function toldByCalendar(
  manager: Queryable,
  place: string,
  year: number,
  version: number,
): Promise<Telling | undefined> {
  const rows: { act: string | null }[] = await manager.query(
    `SELECT c.recounted_by AS act FROM official_case c WHERE c.id = $1
       AND EXISTS (SELECT 1 FROM calendar_year y WHERE y.year = $2 AND y.version >= $3)`,
    [place, year, version],
  );
  const act = rows[0]?.act;
  return act ? { act, input: { year }, submission: `calendar/${year}-${version}` } : undefined;
}

async function toldByPlatform(
  manager: Queryable,
  rules: Rules,
  place: string,
  id: string,
  told: string,
): Promise<Telling | undefined> {
  const rows: { key: string; state: string; receiptNo: string | null; code: string | null; error: string | null }[] =
    await manager.query(
      `SELECT key, state, receipt->>'receiptNo' AS "receiptNo", last_error_code AS code, last_error AS error
       FROM outbox_message WHERE id = $1 AND subject_id = $2 AND state = $3`,
      [id, place, told],
    );
  const [row] = rows;
  if (!row) return undefined;
  const { key, state, receiptNo, code, error } = row;
  return ruledBy(rules, place)?.answered?.({
    key,
    state,
    receiptNo: receiptNo ?? undefined,
    errorCode: code ?? undefined,
    error: error ?? undefined,
  });
}

function ruledBy(rules: Rules, place: string) {
  try {
    return rules.processOf(place);
  } catch {
    return undefined;
  }
}
