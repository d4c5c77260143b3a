import { dayIn } from '../engine/lifecycle/whole-check';
import type { CountyOfProcesses } from './county-of-processes';

const departments = ['SCJG', 'WJW', 'YJJ'];

/** A check that its lead has proposed over the programming interface; gives its case. */
export async function proposed(county: CountyOfProcesses): Promise<string> {
  const handler = county.people.of('SCJG', 'handler');
  const { caseId } = await handler.act('jointCheck.propose', undefined, { scheme: await scheme(county) });
  return caseId;
}

/** A scheme of three departments. */
export async function scheme(county: CountyOfProcesses): Promise<Record<string, unknown>> {
  const items = await county.people.of('SCJG', 'handler').get<{ code: string; department: string }[]>('/api/v1/items');
  const itemsOf = (department: string) => items.filter((item) => item.department === department).slice(0, 2);
  return {
    title: '故障中的联合抽查',
    tasks: departments.map((department) => ({
      department,
      items: itemsOf(department).map(({ code }) => code),
      officers: 2,
    })),
    scope: {},
    strata: [{ scale: 'general', grade: 'C', count: 1 }],
    windowFrom: dayIn(0),
    windowTo: dayIn(30),
    objectsPerTrip: 1,
  };
}
