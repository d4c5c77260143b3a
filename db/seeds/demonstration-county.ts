import type { CountyWords } from './county-words';
import { demonstrationObjects, type DemonstrationObject } from './demonstration-objects';
import {
  demonstrationAccounts,
  demonstrationInspectors,
  type DemonstrationAccount,
  type DemonstrationInspector,
} from './demonstration-people';
import type { RandomSource } from './random-source';

export interface DemonstrationCounty {
  objects: DemonstrationObject[];
  inspectors: DemonstrationInspector[];
  accounts: DemonstrationAccount[];
  recusals: { inspector_id: string; object_id: string; reason: string }[];
}

const reasons = ['近亲属任该单位负责人', '曾在该单位任职', '与该单位有投资关系'];

/** A whole county from randomness, words and a day: the same three give the same county. Everybody and every firm in it is invented. */
export function demonstrationCounty(
  random: RandomSource,
  county: CountyWords,
  size: { objects: number; inspectors: number },
  today: string,
): DemonstrationCounty {
  const objects = demonstrationObjects(random, county, size.objects, today);
  const inspectors = demonstrationInspectors(random, county, size.inspectors, today);
  const recusals = new Map<string, DemonstrationCounty['recusals'][number]>();
  for (const inspector of inspectors) {
    if (!random.chance(40)) continue;
    const object = random.pick(objects);
    recusals.set(`${inspector.id} ${object.id}`, {
      inspector_id: inspector.id,
      object_id: object.id,
      reason: random.pick(reasons),
    });
  }
  return {
    objects,
    inspectors,
    accounts: demonstrationAccounts(random, county, inspectors),
    recusals: [...recusals.values()],
  };
}
