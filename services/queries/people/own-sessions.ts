import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

export interface OwnSession {
  /** A name for the session that is not its secret. */
  mark: string;
  since: number | null;
  agent: string | null;
  current: boolean;
}

const markOf = (sid: string): string => createHash('sha256').update(sid).digest('hex').slice(0, 32);

/** Where an account is signed in now, the newest first. */
export async function ownSessions(dataSource: DataSource, account: string, currentSid: string): Promise<OwnSession[]> {
  const rows: { sid: string; since: string | null; agent: string | null }[] = await dataSource.query(
    `SELECT sid, sess ->> 'since' AS since, sess ->> 'agent' AS agent FROM session
     WHERE sess ->> 'account' = $1 AND expire > now() ORDER BY (sess ->> 'since')::bigint DESC NULLS LAST`,
    [account],
  );
  return rows.map(({ sid, since, agent }) => ({
    mark: markOf(sid),
    since: since === null ? null : Number(since),
    agent,
    current: sid === currentSid,
  }));
}
