import type { Decided, Occasion, Refused } from '../act';
import { refuse } from '../act';
import type { Actor } from '../actor';
import { formObstacle, type RecordForm } from './record-form';
import { withResult } from './result';
import type { VisitState } from './state';

/** Takes a form as a new version of the department's result; the enterer thereby confirms it. */
export function takeForm(
  state: VisitState,
  form: RecordForm,
  actor: Actor,
  occasion: Occasion,
  facts: { items: { code: string }[]; files: { sha256: string }[] },
): Decided<VisitState> | Refused {
  const result = state.results[actor.department];
  if (!result) return refuse('NOT_ENTITLED');
  if (facts.files.length !== form.attachments.length) return refuse('FILE_UNKNOWN', { field: 'attachments' });
  const obstacle = formObstacle(
    form,
    facts.items.map((item) => item.code),
    state.windowFrom,
    occasion.today,
  );
  if (obstacle) return obstacle;

  const next = withResult(
    state,
    actor.department,
    {
      ...result,
      stage: 'entered',
      since: occasion.at,
      version: result.version + 1,
      code: form.code,
      followUp: form.followUp,
      completedOn: form.completedOn,
      enteredBy: actor.inspector,
      confirmedBy: undefined,
      reviewedBy: undefined,
      substitute: undefined,
      publication: result.publication === 'published' ? 'published' : 'notYet',
      disposition: result.disposition === 'open' || result.disposition === 'concluded' ? result.disposition : 'notYet',
    },
    occasion,
  );
  return {
    next,
    content: { recordForm: { department: actor.department, version: result.version + 1, form } },
    attachments: facts.files.map((file) => file.sha256),
  };
}
