import { capacities, OFFICE, type Capacity } from '../../../domain/actor';
import { Refusal } from '../../../domain/refusal';
import {
  reachOf,
  registerPermissions,
  requireCapacities,
  requireRegisterAct,
  type RegisterAct,
} from '../../../domain/registers/permissions';

const acts = Object.keys(registerPermissions) as RegisterAct[];
const allowed = (capacity: Capacity) => acts.filter((act) => reachOf(act, capacity));
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('three administrators', () => {
  const three: Capacity[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

  test('none does any part of another, and each does something', () => {
    for (const one of three) {
      expect(allowed(one).length).toBeGreaterThan(0);
      for (const other of three)
        if (one !== other) expect(allowed(one).filter((act) => allowed(other).includes(act))).toEqual([]);
    }
  });

  test('no administrator changes what checks are about', () => {
    for (const act of ['object.edit', 'object.load', 'inspector.edit', 'inspector.load', 'item.change'] as const) {
      for (const one of three) expect(reachOf(act, one)).toBeUndefined();
    }
  });

  test('an account that administers holds nothing else', () => {
    for (const one of three) {
      for (const other of capacities) {
        if (other !== one) expect(() => requireCapacities([one, other], OFFICE)).toThrow(refusal('CAPACITIES_APART'));
      }
    }
  });
});

describe('units', () => {
  const actor = { account: 'a', capacity: 'departmentHandler', department: 'SCJG' } as const;

  test('a department changes only what is its own', () => {
    expect(() => requireRegisterAct('object.edit', actor, ['SCJG', 'WJW'])).not.toThrow();
    expect(() => requireRegisterAct('object.edit', actor, ['WJW'])).toThrow(Refusal);
    expect(() => requireRegisterAct('object.edit', actor)).toThrow(refusal('NOT_ENTITLED'));
    expect(() =>
      requireRegisterAct('object.edit', { ...actor, capacity: 'officeHandler', department: OFFICE }, ['WJW']),
    ).not.toThrow();
  });

  test('who prepares never decides, and capacities stay in their unit', () => {
    expect(() => requireCapacities(['officeHandler', 'officeDirector'], OFFICE)).toThrow(refusal('CAPACITIES_APART'));
    expect(() => requireCapacities(['departmentHandler', 'departmentLeader'], 'SCJG')).toThrow(
      refusal('CAPACITIES_APART'),
    );
    expect(() => requireCapacities(['officeHandler'], 'SCJG')).toThrow(refusal('CAPACITY_OF_OTHER_UNIT'));
    expect(() => requireCapacities(['inspector'], OFFICE)).toThrow(refusal('CAPACITY_OF_OTHER_UNIT'));
    expect(() => requireCapacities([], 'SCJG')).toThrow(refusal('CAPACITIES_NONE'));
    expect(() => requireCapacities(['departmentHandler', 'departmentLiaison', 'inspector'], 'SCJG')).not.toThrow();
  });
});
