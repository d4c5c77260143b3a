import { openRound } from '../../domain/consultation/state';
import type { JointCheckState } from '../../domain/joint-check/state';
import type { CaseState } from '../../domain/process';
import type { VisitState } from '../../domain/visit/state';
import { participant } from './every-case';

const at = '2026-11-20T02:00:00.000Z';
const by = 'somebody';

/** Cases in which the acts are open that a rule stands against in every sample: each waits for a second person's decision. */
export function ripeCases(samples: readonly CaseState[]): CaseState[] {
  const sample = <S extends CaseState>(kind: string, fits: (state: S) => boolean): S => {
    const found = samples.find((state) => state.id.startsWith(`${kind}/`) && fits(state as S));
    if (!found) throw new Error(`there is no such ${kind}`);
    return structuredClone(found) as S;
  };
  const check = (serial: string, stage: JointCheckState['stage']): JointCheckState => {
    const number = `320723-2026-L${serial}`;
    const state = sample<JointCheckState>('joint-check', (each) => each.stage === stage);
    return { ...state, id: `joint-check/${number}`, number };
  };

  const toBeAsked = { ...check('0101', 'drafting'), answers: {} };
  const objectedTo: JointCheckState = {
    ...check('0102', 'awaitingApproval'),
    answers: { [participant]: { verdict: 'object', round: 1, reasons: '时间冲突。', at } },
    proposedDecision: { outcome: 'approve', conditions: [], by, at },
  };
  const late: JointCheckState = {
    ...check('0103', 'underway'),
    proposedExtension: { to: '2027-01-31', reason: '人员调整。', by, at },
  };
  const round = openRound({
    check: toBeAsked,
    round: 1,
    departments: [participant],
    silence: 'blocks',
    due: { date: '2026-12-01' },
    at,
  });
  const [letter] = Object.values(round.letters);
  if (letter) letter.draft = { verdict: 'agree', attachments: [], by, at };

  const number = '320723-2026-L0001-C1-J00101';
  const published = sample<VisitState>('visit', ({ results }) =>
    Object.values(results).some(({ stage }) => stage === 'reviewed'),
  );
  const toBeWithheld: VisitState = { ...published, id: `visit/${number}`, number, sequence: 101 };
  for (const result of Object.values(toBeWithheld.results)) {
    result.publication = 'withholdingProposed';
    result.publishedVersion = 1;
    result.withholding = { legalBasis: '《政府信息公开条例》第十四条', proposedBy: by };
  }
  return [toBeAsked, objectedTo, late, round, toBeWithheld];
}
