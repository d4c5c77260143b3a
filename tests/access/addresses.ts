import { faces } from '../../api/faces';
import { paths } from '../../api/paths';
import { settingValues } from '../../domain/registers/setting-values';
import type { CountySite } from './county-site';

/** Who is looked at: one of every capacity, with the unit's place in the cases of the county. */
export const roles = {
  officeHandler: 'office-handler',
  officeDirector: 'office-director',
  leadHandler: 'scjg-handler',
  leadLeader: 'scjg-leader',
  leadLiaison: 'scjg-liaison',
  leadOfficer: 'scjg-inspector-1',
  participantHandler: 'wjw-handler',
  participantLeader: 'wjw-leader',
  strangerHandler: 'sthj-handler',
  strangerLeader: 'sthj-leader',
  supervisor: 'supervisor',
  systemAdministrator: 'system-admin',
  securityAdministrator: 'security-admin',
  auditAdministrator: 'audit-admin',
} as const;
const forms = new Set<string>([paths.signOut, paths.endSession, paths.extendSession, paths.api, paths.assets]);

/** Every address with its parts filled in by real cases, and once by things that do not exist. */
export function addressesOf(site: CountySite): string[] {
  const check = site.find('joint-check', 'underway');
  const unknown = '320723-2026-L9999';
  const numbers: Record<string, string[]> = {
    ':kind/:number': [...site.cases.map((state) => state.id), `visit/${unknown}`, 'nothing/1', '__proto__/1'],
    ':number': [check.number, unknown],
    ':id': [...site.rows, '1', '00000000-0000-4000-8000-000000000000', 'x'],
    ':key': [...Object.keys(settingValues), 'nothing'],
    ':code': [...site.codes, 'NO-1'],
    '/many/:act': Object.values(faces).flatMap(({ many }) => Object.keys(many).map((act) => `/many/${act}`)),
    '/new/:act': ['/new/jointCheck.propose', '/new/jointCheck.consult'],
  };
  // Lists of many, one of each kind of row; and what concerns one firm, which is a visit's.
  const lists = [
    'visit.setDate',
    'visit.reviewResult',
    'consultation.sendAnswer',
    'referral.dispatch',
    'referral.receive',
  ];
  const referred = site.cases.filter((state) => 'results' in state).map(({ number }) => number);
  return Object.values(paths)
    .filter((path) => !forms.has(path))
    .flatMap((path) => {
      if (path === paths.manyActs) return [...lists, 'jointCheck.consult'].map((act) => path.replace(':act', act));
      if (path === paths.firmReferrals)
        return [...referred.slice(-2), unknown].map((number) => path.replace(':number', number));
      const key = Object.keys(numbers).find((part) => path.includes(part));
      if (!key) return [path];
      const list =
        path === paths.case || key !== ':kind/:number'
          ? numbers[key]
          : numbers[key]?.filter((_id, index, all) => index % 6 === 0 || index >= all.length - 2);
      return (list ?? []).map((value) => path.replace(key, value));
    })
    .map((path) =>
      path
        .replace(':recusal', '00000000-0000-4000-8000-000000000000')
        .replace(':act', 'jointCheck.consult')
        .replace(':submission', 'none')
        .replace(':upload', '00000000-0000-4000-8000-000000000000')
        .replace(':language', 'zh-CN')
        .replace(':density', 'usual')
        .replace(':document', 'record-form')
        .replace(':language', 'zh-CN'),
    );
}
