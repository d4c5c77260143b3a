import type { DataSource } from 'typeorm';
import type { CaseStates } from '../../../domain/case-states';
import { viewFor } from '../../../domain/permissions/view-for';
import type { CaseKind } from '../../../domain/process';
import { processes } from '../../../domain/processes';
import { subjectColumns, subjectObject, type CaseSubject } from './case-subject';
import type { Reader } from './may-read-case';

export interface CaseOf<K extends CaseKind> extends CaseSubject {
  id: string;
  kind: K;
  number: string;
  title: string;
  stage: string;
  closed: boolean;
  parent: string | null;
  /** Title of the case that this one belongs to. */
  parentTitle: string | null;
  version: number;
  openedAt: Date;
  stageSince: Date;
  state: CaseStates[K];
  waiting: {
    act: string;
    department: string;
    capacity: string;
    since: Date;
    due: string | null;
    pendingYear: number | null;
    /** The work came back. */
    returned: boolean;
  }[];
}

/** A case of any kind; its kind tells what it remembers. */
export type CaseView = { [K in CaseKind]: CaseOf<K> }[CaseKind];

/** A case as its page shows it; nothing for a case that is not there or not this reader's to see. */
export async function showCase(dataSource: DataSource, reader: Reader, caseId: string): Promise<CaseView | undefined> {
  const rows: CaseView[] = await dataSource.query(
    `SELECT c.id, c.kind, c.number, c.title, c.stage, c.closed, c.parent_id AS parent, p.title AS "parentTitle", c.version, c.opened_at AS "openedAt", c.stage_since AS "stageSince", c.state, ${subjectColumns},
       COALESCE((SELECT jsonb_agg(jsonb_build_object('act', w.act, 'department', w.department, 'capacity', w.capacity, 'since', w.since, 'due', w.due, 'pendingYear', w.pending_year, 'returned', w.returned) ORDER BY w.due NULLS LAST, w.since)
         FROM (SELECT DISTINCT act, department, capacity, since, due, pending_year, returned FROM case_waiting WHERE case_id = c.id) w), '[]') AS waiting
     FROM official_case c LEFT JOIN official_case p ON p.id = c.parent_id ${subjectObject} WHERE c.id = $1`,
    [caseId],
  );
  const [row] = rows;
  const seen = row && viewFor(processes[row.kind], row.state, reader);
  return seen && ({ ...row, state: seen.state } as CaseView);
}
