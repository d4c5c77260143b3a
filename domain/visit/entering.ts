import type { Decided, Occasion, Refused } from '../act';
import { refuse } from '../act';
import type { Actor } from '../actor';
import type { Answers } from '../facts';
import { abolishedObstacle } from './abolished-items';
import { entryObstacle } from './entry-conditions';
import type { formQuestions } from './form-questions';
import { publishTermAfter } from './publication-term';
import { formObstacle, type RecordForm } from './record-form';
import { contradictsRegister } from './register-state';
import { withResult } from './result';
import { softenedBy } from './softening';
import type { VisitState } from './state';

/** What is said with a version beside the form itself. */
export interface SaidWithForm {
  /** Why it differs from the version before it. */
  reason?: string;
  /** What the public is told where the version before it is on show; it stays with a correction that came back. */
  publicNote: string | undefined;
}

/** Takes a form as a new version of the department's result; the enterer thereby confirms it. */
export function takeForm(
  state: VisitState,
  given: RecordForm,
  { reason, publicNote }: SaidWithForm,
  actor: Actor,
  occasion: Occasion,
  facts: Answers<ReturnType<typeof formQuestions>>,
): Decided<VisitState> | Refused {
  const result = state.results[actor.department];
  if (!result) return refuse('NOT_ENTITLED');
  if (facts.files.length !== given.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
  const items = facts.items.map((item) => item.code);
  const obstacle = formObstacle(given, items, state.windowFrom, occasion.today);
  if (obstacle) return obstacle;
  const { status } = facts.register;
  if (contradictsRegister(given.code, status) && !given.registerNote)
    return refuse('REGISTER_CONTRADICTS', { field: 'registerNote', status: status ?? '' });
  const abolished = abolishedObstacle(given, facts.items);
  if (abolished) return abolished;
  const softened = softenedBy(facts.before, given);
  if (softened && !reason) return refuse('CHANGE_UNEXPLAINED', { field: 'reason', ...softened });
  const unmet = entryObstacle(state, given, actor, facts);
  if (unmet) return unmet;

  // What nobody said anything of is kept as that, and never as in order.
  const rows = items.map(
    (item) => given.rows.find((row) => row.item === item) ?? { item, finding: 'unchecked' as const },
  );
  const form: RecordForm = { ...given, rows };
  const version = result.version + 1;
  const softening = softened && reason && { ...softened, version, reason, by: actor.account, at: occasion.at };
  const next = withResult(
    state,
    actor.department,
    {
      ...result,
      stage: 'entered',
      since: occasion.at,
      version,
      code: form.code,
      followUp: form.followUp,
      completedOn: form.completedOn,
      enteredBy: actor.inspector,
      confirmedBy: undefined,
      reviewedBy: undefined,
      substitute: undefined,
      returned: undefined,
      softenings: softening ? [...(result.softenings ?? []), softening] : result.softenings,
      publicNote,
      ...publishTermAfter(result, facts.publish),
      publication: result.publication === 'published' ? 'published' : 'notYet',
      disposition: result.disposition === 'open' || result.disposition === 'concluded' ? result.disposition : 'notYet',
    },
    occasion,
  );
  return {
    next,
    reason,
    content: { recordForm: { department: actor.department, version, form } },
    attachments: facts.files.map((file) => file.sha256),
  };
}
