import type { Queryable } from '../../../db/queryable';
import { isRequestKey } from '../../../domain/request';

export interface RequestFacts {
  act: string;
  account: string;
  /** Absent where the act was to open a case. */
  caseId: string | null;
  /** The version that the request names, where it does. */
  seen: number | null;
}

/** A request that was kept, as the person who made it asks for it. */
export async function findRequest(manager: Queryable, key: string): Promise<RequestFacts | undefined> {
  if (!isRequestKey(key)) return undefined;
  const rows: RequestFacts[] = await manager.query(
    `SELECT act, account, case_id AS "caseId", (body::jsonb->'input'->'version')::int AS seen FROM act_request WHERE key = $1`,
    [key],
  );
  return rows[0];
}
