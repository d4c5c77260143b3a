import type { DataSource } from 'typeorm';
import { hold } from '../../db/hold';
import type { DocumentKind } from '../../domain/documents/kinds';
import { Refusal } from '../../domain/refusal';
import { contentHash } from '../entries/append-entry';
import { assemblePapers } from './assemble-papers';

/** A paper that a person asks for: of a case, or of all parts of a case as one file. */
export interface PrintOrder {
  document: DocumentKind;
  subject: string;
  /** The unit whose own paper it is; absent for one that is the same for every unit. */
  department?: string;
}

/**
 * Puts a print on its case's list. It is keyed by the hash of what it shows: the same again is the same paper, and one that
 * could not be made (in part) is made anew; anything else is another paper, and overtakes the earlier one.
 * @returns the paper's key
 * @throws Refusal NOTHING_TO_PRINT where every part of the case is without a day or a notice
 */
export async function requestPrint(dataSource: DataSource, order: PrintOrder): Promise<string> {
  const { document, subject, department = null } = order;
  const place = `${subject}/${document}/${department ?? 'all'}`;
  return dataSource.transaction(async (manager) => {
    // Two who ask at once must agree on which paper is the newest.
    await hold(manager, `print/${place}`);
    const { papers, leftOut } = await assemblePapers(manager, {
      key: place,
      kind: document,
      caseId: subject,
      department,
    });
    if (papers.length === 0) throw new Refusal('NOTHING_TO_PRINT', { leftOut: leftOut.length });
    const key = `${place}/${contentHash([document, papers])?.slice(0, 24)}`;
    await manager.query(
      `INSERT INTO document AS d (key, kind, case_id, department, title, state, total, content, by_hand, left_out, created_at)
       VALUES ($1, $2, $3, $4, $2, 'queued', $5, $6, true, $7, now())
       ON CONFLICT (key) DO UPDATE SET left_out = EXCLUDED.left_out, overtaken_at = NULL, overtaken_by = NULL,
         state = CASE WHEN ${wanting} THEN 'queued' ELSE d.state END, done = CASE WHEN ${wanting} THEN 0 ELSE d.done END`,
      [key, document, subject, department, papers.length, JSON.stringify(papers), JSON.stringify(leftOut)],
    );
    await manager.query(
      `UPDATE document SET overtaken_at = now(), overtaken_by = $1
       WHERE case_id = $2 AND kind = $3 AND department IS NOT DISTINCT FROM $4 AND by_hand AND key <> $1 AND overtaken_at IS NULL`,
      [key, subject, document, department],
    );
    return key;
  });
}

/** Whether paper `d` could not be made, or not whole. */
const wanting = `(d.state = 'failed' OR d.failures <> '[]'::jsonb)`;
