import { randomUUID } from 'node:crypto';
import { recountLoop } from '../../../bin/compose/recount-loop';
import type { ConsultationState } from '../../../domain/consultation/state';
import { calendarPreview } from '../../../services/queries/registers/calendar-preview';
import { publishCalendar } from '../../../services/registers/publish-calendar';
import { CountyEngine } from './county-engine';
import { until } from './until';
import { propose } from './whole-check';
import { checkNumber } from './check-number';

let county: CountyEngine | undefined;
let loop: { stop(): Promise<void> } | undefined;
afterEach(async () => {
  await loop?.stop();
  await county?.close();
  [county, loop] = [undefined, undefined];
});

test('a round opened before its year has a calendar waits without a day, takes it when the calendar is published, and moves it when the calendar is amended', async () => {
  const engine = await CountyEngine.open();
  county = engine;
  await engine.dataSource.query('DELETE FROM calendar_day');
  await engine.dataSource.query('DELETE FROM calendar_year');
  loop = recountLoop(engine.gateway(), engine.dataSource, () => undefined);

  const check = await propose(engine, checkNumber(20));
  await engine.act({ by: 'scjg-handler', act: 'jointCheck.consult', on: check, input: { workingDays: 5 } });
  const round = `consultation/${checkNumber(20)}-Z1`;
  const waiting = await until(
    () => engine.state<ConsultationState>(round),
    (state) => state !== undefined,
  );
  if (!waiting || !('pendingYear' in waiting.due)) throw new Error('a year without a calendar gave a day');

  let due: ConsultationState['due'] = waiting.due;
  while ('pendingYear' in due) {
    const pendingYear: number = due.pendingYear;
    await publish(engine, pendingYear, [{ date: `${pendingYear}-05-01`, kind: 'holiday', name: '劳动节' }]);
    const moved = await until(
      () => engine.state<ConsultationState>(round),
      (state) => JSON.stringify(state?.due) !== JSON.stringify({ pendingYear }),
    );
    due = moved?.due ?? due;
  }

  const day = due.date;
  const year = Number(day.slice(0, 4));
  await publish(engine, year, [{ date: day, kind: 'holiday', name: '临时放假' }]);
  const moved = await until(
    () => engine.state<ConsultationState>(round),
    (state) => state !== undefined && 'date' in state.due && state.due.date > day,
  );
  const later = moved && 'date' in moved.due ? moved.due.date : '';

  const entries = await engine.dataSource.query<{ reason: string; account: string }[]>(
    `SELECT reason, account FROM acts WHERE subject_id = $1 AND act = 'consultation.recountTerm' ORDER BY id`,
    [round],
  );
  expect(entries.at(-1)).toEqual({ reason: `${day} → ${later}`, account: 'system' });
  const waits = await engine.dataSource.query<{ due: string }[]>(
    `SELECT DISTINCT to_char(due, 'YYYY-MM-DD') AS due FROM case_waiting WHERE case_id = $1`,
    [round],
  );
  expect(waits).toEqual([{ due: later }]);
  await until(
    () =>
      engine.dataSource.query<{ year: number }[]>('SELECT year FROM calendar_year WHERE recounted_version < version'),
    (rows) => rows.length === 0,
  );
});

async function publish(
  engine: CountyEngine,
  year: number,
  days: { date: string; kind: 'holiday'; name: string }[],
): Promise<void> {
  const actor = await engine.actor('system-admin');
  const values = { year, source: '国务院办公厅通知', scope: 'listed' as const, days };
  const seen = await calendarPreview(engine.dataSource, values, new Date());
  await publishCalendar(engine.dataSource, {
    actor,
    at: new Date(),
    submission: randomUUID(),
    values,
    seen,
    takingAway: false,
  });
}
