import { shiftDay } from '../../domain/calendar/iso-day';
import { OFFICE, type Capacity } from '../../domain/actor';
import type { Certificate } from '../../domain/registers/certificate';
import type { CountyWords } from './county-words';
import { inventedName } from './demonstration-objects';
import type { RandomSource } from './random-source';

export interface DemonstrationInspector {
  id: string;
  department: string;
  staff_no: string;
  name: string;
  unit: string;
  post_class: string;
  certificates: Certificate[];
  qualifications: string[];
  specialisms: string[];
  areas: string[];
  duty_status: string;
}

export interface DemonstrationAccount {
  id: string;
  username: string;
  name: string;
  department: string;
  capacities: Capacity[];
  inspector_id: string | null;
}

/** Officers of a department that are surely on duty, qualified and certified, so that every check can be staffed. */
const sure = 8;
const seatOfAdministrators = 'GZFB';

/** Invented officers, spread evenly over the departments that inspect; some expired, away or seconded. */
export function demonstrationInspectors(
  random: RandomSource,
  county: CountyWords,
  count: number,
  today: string,
): DemonstrationInspector[] {
  const units = county.departments.filter((department) => county.qualifications[department.code]);
  return Array.from({ length: count }, (_, index) => {
    const unit = units[index % units.length] ?? random.pick(units);
    const place = Math.floor(index / units.length);
    const known = county.qualifications[unit.code] ?? [];
    const own = place < sure ? known : known.filter(() => random.chance(50));
    const expired = place >= sure && random.chance(12);
    const expiresOn = expired ? shiftDay(today, -(1 + random.below(400))) : shiftDay(today, 200 + random.below(1200));
    return {
      id: random.uuid(),
      department: unit.code,
      staff_no: `${unit.code}${String(place + 1).padStart(4, '0')}`,
      name: inventedName(random, county.words),
      unit: unit.name,
      post_class: random.chance(70) ? 'civilServant' : 'institutionStaff',
      certificates: [{ no: `示3207${String(index + 1).padStart(5, '0')}`, expiresOn }],
      qualifications: own,
      specialisms: own.slice(0, 1),
      areas: random.chance(60) ? [] : [random.pick(county.towns).code],
      duty_status: place < sure || random.chance(90) ? 'onDuty' : random.pick(['offDuty', 'seconded']),
    };
  });
}

/** One account for each role of the office, of each department that inspects, of the supervisor and the three administrators. */
export function demonstrationAccounts(
  random: RandomSource,
  county: CountyWords,
  inspectors: readonly DemonstrationInspector[],
): DemonstrationAccount[] {
  const account = (
    username: string,
    department: string,
    capacity: Capacity,
    officer?: DemonstrationInspector,
  ): DemonstrationAccount => ({
    id: random.uuid(),
    username,
    name: officer?.name ?? inventedName(random, county.words),
    department,
    capacities: [capacity],
    inspector_id: officer?.id ?? null,
  });
  const units = county.departments.filter((department) => county.qualifications[department.code]);
  const listeners = county.departments.filter((department) => !county.qualifications[department.code]);
  return [
    account('office-handler', OFFICE, 'officeHandler'),
    account('office-director', OFFICE, 'officeDirector'),
    account('supervisor', seatOfAdministrators, 'supervisor'),
    account('system-admin', seatOfAdministrators, 'systemAdministrator'),
    account('security-admin', seatOfAdministrators, 'securityAdministrator'),
    account('audit-admin', seatOfAdministrators, 'auditAdministrator'),
    ...units.flatMap(({ code }) => {
      const short = code.toLowerCase();
      const officers = inspectors.filter((inspector) => inspector.department === code);
      return [
        account(`${short}-handler`, code, 'departmentHandler'),
        account(`${short}-leader`, code, 'departmentLeader'),
        account(`${short}-liaison`, code, 'departmentLiaison'),
        ...officers.map((officer, index) => account(`${short}-inspector-${index + 1}`, code, 'inspector', officer)),
      ];
    }),
    ...listeners.map(({ code }) => account(`${code.toLowerCase()}-liaison`, code, 'departmentLiaison')),
  ];
}
