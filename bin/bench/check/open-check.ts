import type { DrawState } from '../../../domain/draw/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { lead, participants, type County, type Desk } from './county';

export interface OpenCheck {
  check: string;
  number: string;
  visits: string[];
}

/** A joint check from its proposal to its draw: consulted, submitted, decided, frozen, drawn, its visits open. */
export async function openCheck(county: County, desk: Desk, visits: number): Promise<OpenCheck> {
  const handler = `${lead.toLowerCase()}-handler`;
  const { caseId: check, number } = await desk.act(handler, 'jointCheck.propose', undefined, {
    scheme: await county.scheme(visits),
  });
  await desk.act(handler, 'jointCheck.consult', check);
  const round = `consultation/${number}-Z1`;
  await county.until(round, ({ stage }) => stage === 'open');
  for (const department of participants) {
    const unit = department.toLowerCase();
    await desk.act(`${unit}-liaison`, 'consultation.handOn', round);
    await desk.act(`${unit}-handler`, 'consultation.draftAnswer', round, { verdict: 'agree' });
    await desk.act(`${unit}-leader`, 'consultation.sendAnswer', round);
  }
  await county.until<JointCheckState>(check, ({ openRound }) => openRound === undefined);
  await desk.act(handler, 'jointCheck.submit', check);
  await desk.act('office-handler', 'jointCheck.proposeDecision', check, {
    outcome: 'approve',
    basis: 'authorisation',
    authorisation: 'demo-standing-1',
  });
  await desk.act('office-director', 'jointCheck.decide', check, { consent: 'confirm' });
  const draw = `draw/${number}-C1`;
  await county.until<DrawState>(draw, ({ stage }) => stage === 'awaitingFreeze');
  await desk.act(handler, 'draw.freeze', draw);
  await desk.act('office-handler', 'draw.hold', draw);
  await county.until(check, ({ stage }) => stage === 'underway');
  const rows: { id: string }[] = await county.dataSource.query(
    `SELECT id FROM official_case WHERE kind = 'visit' AND parent_id = $1 ORDER BY id`,
    [check],
  );
  if (rows.length !== visits) throw new Error(`${check} was to lead to ${visits} visits and led to ${rows.length}`);
  return { check, number, visits: rows.map(({ id }) => id) };
}
