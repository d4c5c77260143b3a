import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { consult } from '../../../domain/joint-check/acts/consult';
import { decide } from '../../../domain/joint-check/acts/decide';
import { decideExtension } from '../../../domain/joint-check/acts/decide-extension';
import { propose } from '../../../domain/joint-check/acts/propose';
import { revise } from '../../../domain/joint-check/acts/revise';
import { participantsOf, type JointCheckState } from '../../../domain/joint-check/state';
import { authorisationChoices } from '../../../services/queries/cases/act-choices';
import { notInspecting } from '../../../services/queries/registers/not-inspecting';
import type { Face } from '../face';
import { noContext } from '../no-context';
import { jointCheckExamples } from './examples';
import { decisionRows } from './decision-rows';
import { extensionAsked } from './extension-asked';
import { jointCheckFacts } from './facts';
import { manyChecks } from './many-checks';
import { jointCheckPrints } from './prints';
import { proposalForm } from './proposal/proposal-form';
import { consultationsTab } from './consultations-tab';
import { checksToCopy } from './proposal/checks-to-copy';
import { proposalAddresses } from './proposal/proposal-addresses';
import { jointCheckTabs } from './tabs';

/** How people see a joint check. */
export const jointCheckFace: Face<'joint-check'> = {
  facts: jointCheckFacts,
  tints: {
    drafting: 'grey',
    consulting: 'blue',
    awaitingApproval: 'blue',
    approved: 'green',
    drawn: 'blue',
    underway: 'blue',
    completed: 'green',
    returned: 'yellow',
    withdrawn: 'grey',
    terminated: 'red',
  },
  goesOn: 'inParts',
  hint: () => undefined,
  async about(context, { state }, act) {
    if (act.name === decide.name) return { rows: decisionRows(context, state), records: [] };
    if (act.name === decideExtension.name) return { rows: extensionAsked(context, state), records: [] };
    return noContext;
  },
  async choices({ world, units }, { state }) {
    const { marks } = world.views.texts;
    const [authorisations, gone] = await Promise.all([
      authorisationChoices(world.dataSource, shanghaiDay(world.now())),
      notInspecting(world.dataSource, mayLeave(state)),
    ]);
    const leaving = gone.filter((code) => !state.released?.some(({ department }) => department === code));
    return {
      leaving: leaving.map((code) => ({ value: code, text: units[code] ?? code })),
      authorisations: authorisations.map(({ id, document, scope }) => ({
        value: id,
        text: `${document}${marks.brackets(scope)}`,
      })),
      conditions: state.conditions.flatMap((condition, index) =>
        condition.fulfilled ? [] : [{ value: String(index), text: condition.text }],
      ),
    };
  },
  async present(_world, { state }, act) {
    if (act.name === revise.name) return { scheme: state.scheme };
    if (act.name === consult.name) return { silence: state.silence, workingDays: state.consultationDays };
    return {};
  },
  many: manyChecks,
  ownForms: { [propose.name]: proposalForm, [revise.name]: proposalForm },
  fits: {},
  examples: jointCheckExamples,
  prints: jointCheckPrints,
  tabs: jointCheckTabs,
  pages: [proposalAddresses, checksToCopy, consultationsTab],
};

/** Whom the director may release: participants, and of a check that was ended the lead, too. */
const mayLeave = (state: JointCheckState): string[] =>
  state.stage === 'terminated' ? [state.lead, ...participantsOf(state)] : participantsOf(state);
