import { consultation } from '../../../domain/consultation/process';
import { openRound } from '../../../domain/consultation/state';
import { visit } from '../../../domain/visit/process';
import { openVisit, type ResultState } from '../../../domain/visit/state';

const at = '2026-11-20T02:00:00.000Z';
const opened = openVisit({
  batch: '320723-2026-L0001-C1',
  check: 'joint-check/320723-2026-L0001',
  checkNumber: '320723-2026-L0001',
  lead: 'SCJG',
  sequence: 1,
  object: 'object',
  windowFrom: '2026-11-01',
  windowTo: '2026-12-31',
  officers: { SCJG: ['o1', 'o2'], WJW: ['o3', 'o4'] },
  at,
});
const withResult = (more: Partial<ResultState>) => {
  const result = opened.results['SCJG'];
  return { ...opened, results: { ...opened.results, ...(result && { SCJG: { ...result, ...more } }) } };
};

test.each([
  ['reviewed and waiting', { stage: 'reviewed', publication: 'awaiting', completedOn: '2026-11-20' }, true],
  [
    'reviewed, withholding proposed',
    { stage: 'reviewed', publication: 'withholdingProposed', completedOn: '2026-11-20' },
    true,
  ],
  ['published', { stage: 'reviewed', publication: 'published', completedOn: '2026-11-20' }, false],
  ['entered only', { stage: 'entered', publication: 'notYet', completedOn: '2026-11-20' }, true],
  ['confirmed', { stage: 'confirmed', publication: 'notYet', completedOn: '2026-11-20' }, true],
  ['returned', { stage: 'awaitingVisit', version: 1, publication: 'notYet', completedOn: '2026-11-20' }, true],
  ['corrected while on show', { stage: 'entered', publication: 'published', completedOn: '2026-11-20' }, true],
  ['withdrawn', { stage: 'reviewed', publication: 'withdrawn', completedOn: '2026-11-20' }, false],
  ['withheld', { stage: 'reviewed', publication: 'withheld', completedOn: '2026-11-20' }, false],
  ['without a day', { stage: 'reviewed', publication: 'awaiting' }, false],
] as [string, Partial<ResultState>, boolean][])('a result that is %s: its term runs %#', (_what, result, runs) => {
  expect(visit.terms(withResult(result))).toEqual(
    runs ? { running: [{ from: '2026-11-20', workingDays: 20 }], recountedBy: 'visit.recountTerms' } : undefined,
  );
});

test('the term of a round runs while it is open, has a term and has not lapsed', () => {
  const term = { from: '2026-11-20', workingDays: 5 };
  const round = openRound({
    check: { id: 'joint-check/320723-2026-L0001', number: '320723-2026-L0001', lead: 'SCJG' },
    round: 1,
    departments: ['WJW'],
    silence: 'blocks',
    due: { date: '2026-11-27' },
    term,
    at,
  });
  expect(consultation.terms(round)).toEqual({ running: [term], recountedBy: 'consultation.recountTerm' });
  expect(consultation.terms({ ...round, stage: 'closed' })).toBeUndefined();
  expect(consultation.terms({ ...round, lapsed: at })).toBeUndefined();
  expect(consultation.terms({ ...round, term: undefined })).toBeUndefined();
});
