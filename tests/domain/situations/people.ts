import { OFFICE, systemActor, type Actor, type Capacity } from '../../../domain/actor';

const person = (account: string, capacity: Capacity, department: string, inspector?: string): Actor => ({
  account,
  capacity,
  department,
  ...(inspector && { inspector }),
});

/** 市场监管局 leads; 消防 and 税务 take part; 教育 has nothing to do with the case. */
export const lead = 'SCJG';
export const fire = 'XFJY';
export const tax = 'SWJU';
export const stranger = 'JYTY';

export const clock = systemActor;
export const officeHandler = person('office-wang', 'officeHandler', OFFICE);
export const officeDirector = person('office-li', 'officeDirector', OFFICE);
export const leadHandler = person('scjg-zhao', 'departmentHandler', lead);
export const leadLeader = person('scjg-qian', 'departmentLeader', lead);
export const fireHandler = person('xfjy-sun', 'departmentHandler', fire);
export const fireLeader = person('xfjy-zhou', 'departmentLeader', fire);
export const fireLiaison = person('xfjy-wu', 'departmentLiaison', fire);
export const taxHandler = person('swju-zheng', 'departmentHandler', tax);
export const taxLeader = person('swju-feng', 'departmentLeader', tax);
export const strangeHandler = person('jyty-chen', 'departmentHandler', stranger);
export const strangeLeader = person('jyty-chu', 'departmentLeader', stranger);
export const supervisor = person('supervisor-wei', 'supervisor', 'JIWEI');

export const officerA = '00000000-0000-4000-8000-00000000000a';
export const officerB = '00000000-0000-4000-8000-00000000000b';
export const officerC = '00000000-0000-4000-8000-00000000000c';
export const officerD = '00000000-0000-4000-8000-00000000000d';
export const inspectorA = person('scjg-jiang', 'inspector', lead, officerA);
export const inspectorB = person('scjg-shen', 'inspector', lead, officerB);
export const inspectorC = person('scjg-han', 'inspector', lead, officerC);
export const fireInspector = person('xfjy-yang', 'inspector', fire, officerD);

/** Everybody who could ever press a button, for random walks. */
export const everybody: readonly Actor[] = [
  clock,
  officeHandler,
  officeDirector,
  leadHandler,
  leadLeader,
  fireHandler,
  fireLeader,
  fireLiaison,
  taxHandler,
  taxLeader,
  strangeHandler,
  strangeLeader,
  supervisor,
  inspectorA,
  inspectorB,
  inspectorC,
  fireInspector,
];
