import type { Act } from '../../../../domain/act';
import type { FormIssue } from '../../../forms/form-errors';
import type { Turn } from '../../face';

type Body = Record<string, unknown>;

/** The steps of a proposal, in their order. */
export const proposalSteps = ['time', 'tasks', 'scope', 'review'] as const;
export type ProposalStep = (typeof proposalSteps)[number];

/** Name of the buttons that lead to a step; `next` leads to the one after the last that is open. */
const stepButton = '_step';
/** Name of the hidden field that says which steps are open. */
export const openStepsField = '_steps';

const ofTime = new Set(['title', 'purpose', 'windowFrom', 'windowTo']);

/**
 * The steps that a page shows: those that its address or its last post names, and those with messages, so that each line
 * of the summary leads to a field that can be seen.
 */
export function openSteps(asked: Body, messages: Readonly<Record<string, string>>): ProposalStep[] {
  // A copy asks for a new name and time alone, and is looked over on the same page.
  const first = asked['copy'] === undefined ? 'time' : 'time review';
  const named = [asked[openStepsField] ?? asked['step'] ?? first].flat().join(' ').split(' ');
  const wrong = Object.keys(messages).map(stepOfField);
  const open = proposalSteps.filter((step) => named.includes(step) || wrong.includes(step));
  return open.length > 0 ? open : ['time'];
}

/** Where a post turns to; forwards only when what the open steps ask for is right. */
export function turnsToStep(act: Act, body: Body, input: Body): Turn | undefined {
  const wished = [body[stepButton]].flat().at(-1);
  if (typeof wished !== 'string' || wished === '') return undefined;
  if (wished !== 'next') return { issues: [], query: { step: known(wished) } };
  const open = openSteps(body, {});
  const last = open.at(-1) ?? 'time';
  const next = proposalSteps[Math.min(proposalSteps.indexOf(last) + 1, proposalSteps.length - 1)] ?? 'review';
  const checked = act.input.safeParse(input);
  const issues = (checked.error?.issues ?? []) as FormIssue[];
  return { issues: issues.filter(({ path }) => open.includes(stepOfPath(path))), query: { step: next } };
}

const known = (wished: string): ProposalStep => proposalSteps.find((step) => step === wished) ?? 'time';

/** The step in which a value of the act's input is filled in. */
function stepOfPath([part, field]: readonly PropertyKey[]): ProposalStep {
  if (part !== 'scheme') return 'review';
  if (field === 'tasks') return 'tasks';
  return typeof field === 'string' && ofTime.has(field) ? 'time' : 'scope';
}

/** The step in which a field of the page stands, by its id. */
function stepOfField(id: string): ProposalStep {
  if (/^(items|officers|qualifications)-/.test(id) || id === 'scheme-tasks') return 'tasks';
  if (/^(percent|count)-/.test(id)) return 'scope';
  return id.startsWith('scheme-') ? stepOfPath(['scheme', id.slice('scheme-'.length)]) : 'review';
}
