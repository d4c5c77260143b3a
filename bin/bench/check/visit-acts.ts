import type { VisitState } from '../../../domain/visit/state';
import { lead, type County } from './county';

export interface PlannedAct {
  by: string;
  act: string;
  input: Record<string, unknown>;
}

/** Every act of a visit from its date to the publication of each department's result, all in order. */
export async function visitActs(county: County, visit: string): Promise<PlannedAct[]> {
  const state = await county.state<VisitState>(visit);
  if (!state) throw new Error(`There is no ${visit}`);
  const handler = `${lead.toLowerCase()}-handler`;
  const form = { completedOn: county.today(), methods: ['onSite'], signature: 'signed' };
  const acts: PlannedAct[] = [
    { by: handler, act: 'visit.setDate', input: { date: county.today() } },
    { by: handler, act: 'visit.issueNotice', input: {} },
  ];
  for (const [department, { officers }] of Object.entries(state.results)) {
    const [one, other] = [await county.officer(officers[0] ?? ''), await county.officer(officers[1] ?? '')];
    const unit = department.toLowerCase();
    acts.push(
      { by: one, act: 'visit.allInOrder', input: form },
      { by: other, act: 'visit.confirmResult', input: { version: 1 } },
      { by: `${unit}-leader`, act: 'visit.reviewResult', input: { verdict: 'pass', version: 1 } },
      { by: `${unit}-handler`, act: 'visit.publishResult', input: { version: 1 } },
    );
  }
  return acts;
}
