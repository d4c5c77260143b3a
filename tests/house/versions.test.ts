import { processes } from '../../domain/processes';

/**
 * Acts of people that replace nothing that another may have changed since they looked: what they rest on cannot change, or
 * changing it takes the act away.
 */
const replacesNothing: Record<string, string> = {
  'jointCheck.withdrawObjection': 'an objection stands word for word until this act, a revision or minutes end it',
  'jointCheck.settleByMinutes': 'says that objections are settled, whose words cannot change while they stand',
  'jointCheck.fulfilCondition': 'a condition cannot change; one that is fulfilled refuses',
  'jointCheck.proposeExtension': 'a second proposal beside one that stands is refused',
  'jointCheck.withdraw': 'ends the check whatever it says',
  'jointCheck.terminate': 'ends the check whatever it says',
  'jointCheck.releaseDepartment': 'a unit leaves once; a second time is refused',
  'consultation.handOn': 'a letter is handed on once; a second time is refused',
  'consultation.remind': 'adds a reminder and replaces none',
  'referral.remind': 'adds a reminder and replaces none',
  'draw.freeze': 'the scheme that is frozen was approved and cannot change',
  'draw.hold': 'the pool that is drawn was frozen and cannot change',
};

const acts = Object.values(processes).flatMap((process) => process.acts.filter((act) => !act.byClock && !act.opens));

test('every act that replaces what another may have changed names its version, and what names none says why', () => {
  const without = acts.filter((act) => !act.replaces).map(({ name }) => name);
  expect(without.sort()).toEqual(Object.keys(replacesNothing).sort());
});

test.each(acts.filter((act) => act.replaces).map((act) => [act.name, act] as const))(
  '%s: its version is part of the input, hidden in the form',
  (_name, { input }) => {
    expect(input.shape['version']?.meta()).toEqual({ widget: 'hidden' });
    expect(input.safeParse({}).error?.issues.map(({ path }) => path.join())).toContain('version');
  },
);
