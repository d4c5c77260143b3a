import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { VisitState } from '../../../domain/visit/state';
import { contentHash } from '../../entries/append-entry';
import { documentNumber } from '../../numbers/document-numbers';
import type { Recorded } from '../book';
import { noticeOf } from './notice-of';
import { noteRecusal } from '../../registers/note-recusal';
import { projectPublication } from './publication';

/** Result rows of a visit, the version of a form that was entered, and what the public sees of it. */
export async function projectVisit(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  await writeResults(manager, [state]);
  await writeVersion(manager, state, record);
  await writeReplacement(manager, state, record);
  await writeRecusal(manager, state, record);
  await projectPublication(manager, state, record);
  await numberNotice(manager, state, record);
}

/** 发文字号 of a notice is given as it goes out, by the order of that, and not by who prints first. */
async function numberNotice(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  if (state.stage !== 'noticed' || state.since !== record.at) return;
  await documentNumber(manager, {
    unit: state.lead,
    series: '检通',
    on: shanghaiDay(record.at),
    subject: noticeOf(state.id),
  });
}

/** One row a department and visit; also used when thousands of visits are opened at once. */
export async function writeResults(manager: EntityManager, visits: VisitState[]): Promise<void> {
  const rows = visits.flatMap((state) =>
    Object.entries(state.results).map(([department, result]) => ({
      visit_id: state.id,
      department,
      check_id: state.check,
      batch: state.batch,
      object_id: state.object,
      officers: result.officers,
      visit_date: state.date,
      visit_stage: state.stage,
      stage: result.stage,
      publication: result.publication,
      disposition: result.disposition,
      code: result.code,
      follow_up: result.followUp,
      completed_on: result.completedOn,
      publish_due: result.publishDue && 'date' in result.publishDue ? result.publishDue.date : null,
      publish_pending_year:
        result.publishDue && 'pendingYear' in result.publishDue ? result.publishDue.pendingYear : null,
      result_version: result.version,
    })),
  );
  await manager.query(
    `INSERT INTO visit_result AS r (visit_id, department, check_id, batch, object_id, officers, visit_date, visit_stage, stage, publication,
       disposition, code, follow_up, completed_on, publish_due, publish_pending_year, result_version)
     SELECT visit_id, department, check_id, batch, object_id, officers, visit_date, visit_stage, stage, publication,
       disposition, code, follow_up, completed_on, publish_due, publish_pending_year, result_version
     FROM jsonb_to_recordset($1::jsonb) AS row(visit_id text, department text, check_id text, batch text, object_id uuid, officers uuid[],
       visit_date date, visit_stage text, stage text, publication text, disposition text, code text, follow_up text, completed_on date,
       publish_due date, publish_pending_year integer, result_version integer)
     ON CONFLICT (visit_id, department) DO UPDATE SET officers = EXCLUDED.officers, visit_date = EXCLUDED.visit_date, visit_stage = EXCLUDED.visit_stage,
       stage = EXCLUDED.stage, publication = EXCLUDED.publication, disposition = EXCLUDED.disposition, code = EXCLUDED.code,
       follow_up = EXCLUDED.follow_up, completed_on = EXCLUDED.completed_on, publish_due = EXCLUDED.publish_due,
       publish_pending_year = EXCLUDED.publish_pending_year, result_version = EXCLUDED.result_version`,
    [JSON.stringify(rows)],
  );
}

async function writeVersion(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  const content = record.content?.recordForm;
  if (!content) return;
  await manager.query(
    `INSERT INTO result_version (visit_id, department, version, form, entered_by, entered_at, reason, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      state.id,
      content.department,
      content.version,
      JSON.stringify(content.form),
      record.actor.account,
      record.at,
      record.reason ?? null,
      contentHash(content.form),
    ],
  );
}

async function writeReplacement(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  const line = record.content?.replacement;
  if (!line) return;
  await manager.query(
    `INSERT INTO officer_replacement (act_id, batch, visit_id, department, object_id, officer_out, officer_in, reason_code, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [record.entry, state.batch, state.id, line.department, state.object, line.out, line.in, line.reason, record.at],
  );
}

/** Asked for on a case, a recusal stands in the register from then on, with the case as its source. */
async function writeRecusal(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  const found = record.content?.recusal;
  if (!found) return;
  const submission = `${state.id}/${record.entry}`;
  const source = { actor: record.actor, at: new Date(record.at), submission, cause: 'replacedForRecusal' };
  await noteRecusal(manager, { ...found, source });
}
