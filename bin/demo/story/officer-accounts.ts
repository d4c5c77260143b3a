import type { OfficerAccounts } from './player';

/** Both ways between an officer's register id and user name. */
export function officerAccounts(byInspector: ReadonlyMap<string, string>): OfficerAccounts {
  const byUsername = new Map([...byInspector].map(([inspector, username]) => [username, inspector]));
  return {
    usernameOf: (inspector) => byInspector.get(inspector),
    inspectorOf: (username) => byUsername.get(username),
  };
}
