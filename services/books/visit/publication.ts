import type { EntityManager } from 'typeorm';
import { withoutCards } from '../../../domain/identity-card';
import { normalForm } from '../../../domain/text/normal-form';
import type { VisitState } from '../../../domain/visit/state';
import { publicationToBe } from '../../queries/cases/publication-to-be';
import type { Recorded } from '../book';

/** The public's view of each published result: a later version marks the earlier one corrected, a withdrawal stays visible. */
export async function projectPublication(manager: EntityManager, state: VisitState, record: Recorded): Promise<void> {
  const department = record.actor.department;
  const result = state.results[department];
  if (!result) return;
  if (result.withdrawnVersion !== undefined) {
    await manager.query(
      `UPDATE publication SET state = 'withdrawn', reason = $4, public_reason = $6, changed_at = $5
       WHERE visit_id = $1 AND department = $2 AND version = $3 AND state = 'current'`,
      [
        state.id,
        department,
        result.withdrawnVersion,
        record.reason ?? result.withholding?.legalBasis ?? null,
        record.at,
        noCards(result.publicNote),
      ],
    );
  }
  if (result.publication !== 'published' || result.stage !== 'reviewed' || result.publishedVersion !== result.version)
    return;
  const facts = await publicationToBe(manager, state, department);
  if (!facts) return;
  const inserted: unknown[] = await manager.query(
    `INSERT INTO publication (visit_id, department, version, check_id, object_name, object_name_key, uscc, registration_no, items, code, completed_on, published_at, state,
       department_name, authority, check_number, check_title, item_versions, item_names)
     VALUES ($1, $2, $3, $4, $8, $9, $10, $11, $12, $5, $6, $7, 'current', $13, $14, $15, $16, $17, $18)
     ON CONFLICT (visit_id, department, version) DO NOTHING RETURNING id`,
    [
      state.id,
      department,
      result.version,
      state.check,
      result.code,
      result.completedOn,
      record.at,
      facts.objectName,
      normalForm(facts.objectName),
      facts.uscc,
      facts.registrationNo,
      facts.items,
      facts.departmentName,
      facts.authority,
      facts.checkNumber,
      facts.check,
      facts.itemVersions,
      facts.itemNames,
    ],
  );
  if (inserted.length === 0) return;
  await manager.query(
    `UPDATE publication SET state = 'corrected', changed_at = $4, public_reason = $5,
       reason = (SELECT v.reason FROM result_version v WHERE v.visit_id = $1 AND v.department = $2 AND v.version = $3)
     WHERE visit_id = $1 AND department = $2 AND version < $3 AND state = 'current'`,
    [state.id, department, result.version, record.at, noCards(result.publicNote)],
  );
}

const noCards = (text: string | undefined): string | null => (text === undefined ? null : withoutCards(text));
