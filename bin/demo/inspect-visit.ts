import type { ResultState, VisitState } from '../../domain/visit/state';
import type { People } from './people';
import { untilStage } from './until-stage';

export interface Inspection {
  lead: string;
  today: string;
  /** The lead finds a problem at this visit, which leads to referrals. */
  adverse: boolean;
  itemsOf(department: string): string[];
  log(line: string): void;
}

/** One visit from its date to the publication of every department's result; counts what was published and referred. */
export async function inspectVisit(
  people: People,
  id: string,
  inspection: Inspection,
): Promise<{ published: number; referred: number }> {
  const { lead, today, itemsOf, log } = inspection;
  const handler = people.of(lead, 'handler');
  await handler.act('visit.setDate', id, { date: today });
  await handler.act('visit.issueNotice', id, {});
  log('date and notice');
  const { state } = await handler.get<{ state: VisitState }>(`/api/v1/cases/${id}`);
  let referred = 0;
  for (const [department, result] of Object.entries(state.results)) {
    const adverse = inspection.adverse && department === lead;
    await resultToPublication(department, result, adverse);
    log(`${department} entered, confirmed, reviewed, published`);
    if (adverse) referred += await refer();
  }
  return { published: Object.keys(state.results).length, referred };

  async function resultToPublication(department: string, result: ResultState, adverse: boolean): Promise<void> {
    const [first = '', second = ''] = result.officers;
    const one = await people.officer(department, first);
    const other = await people.officer(department, second);
    const common = { completedOn: today, methods: ['onSite'], signature: 'signed' };
    if (adverse) {
      const rows = itemsOf(department).map((item, place) =>
        place === 0
          ? { item, finding: 'problem', problem: '公示的年报资产总额与账簿不符。', handling: '当场告知，固定证据。' }
          : { item, finding: 'inOrder' },
      );
      await one.act('visit.enterResult', id, { ...common, code: 'C', followUp: 'caseUnit', rows });
    } else await one.act('visit.allInOrder', id, common);
    await other.act('visit.confirmResult', id, { version: 1 });
    await people.of(department, 'leader').act('visit.reviewResult', id, { verdict: 'pass', version: 1 });
    await people.of(department, 'handler').act('visit.publishResult', id, { version: 1 });
  }

  /** Completes and sends every draft that the adverse result led to, and waits for its receipt. */
  async function refer(): Promise<number> {
    const drafts = await handler.get<{ rows: { id: string; number: string }[] }>(
      `/api/v1/cases?kind=referral&parent=${encodeURIComponent(id)}`,
    );
    for (const draft of drafts.rows) {
      await handler.act('referral.amend', draft.id, {
        facts: '年报公示信息与账簿不符，涉嫌隐瞒真实情况。',
        legalBasis: '《企业信息公示暂行条例》第十八条',
        catalogueCode: '99000000000001',
      });
      await people.of(lead, 'leader').act('referral.dispatch', draft.id, {});
      const { state: sent } = await handler.get<{ state: { addressee?: string } }>(`/api/v1/cases/${draft.id}`);
      if (sent.addressee) await people.of(sent.addressee, 'handler').act('referral.receive', draft.id, {});
      const received = await untilStage(
        () => handler.get(`/api/v1/cases/${draft.id}`),
        (view) => view.stage === 'received' || view.stage === 'concluded',
      );
      if (received.stage === 'received')
        await handler.act('referral.reportOutcome', draft.id, { statement: '已立案查处，办结后另行通报。' });
      log(`${draft.number} dispatched and received`);
    }
    await handler.act('visit.concludeDisposition', id, { statement: '已移交办案机构并报送信用信息，后续处理完毕。' });
    return drafts.rows.length;
  }
}
