import type { Request } from 'express';
import type { Act } from '../../domain/act';
import { findDraft } from '../../services/queries/people/find-drafts';
import { discardDraft } from '../../services/drafts/discard-draft';
import { keepDraft } from '../../services/drafts/keep-draft';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { formOf } from './draft-place';
import { draftToken } from './draft-token';
import { hiddenValues, typedValues } from './typed-values';

/** The draft of one person on one form. */
export class FormDraft {
  private readonly account: string;
  private readonly form: string;

  constructor(
    private readonly world: AppWorld,
    req: Request,
    private readonly act: Act,
    private readonly caseId?: string,
  ) {
    this.account = personOf(req).account;
    this.form = formOf({ act: act.name, caseId });
  }

  /** For the form's hidden field. */
  get token(): string {
    return draftToken(
      this.world.config.sessionSecret,
      { account: this.account, place: { act: this.act.name, caseId: this.caseId } },
      this.world.now(),
    );
  }

  /**
   * Keeps what was posted.
   * @throws Refusal DRAFT_TOO_LARGE
   */
  keep(body: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<void> {
    return keepDraft(this.world.dataSource, {
      account: this.account,
      form: this.form,
      values: { ...typedValues(this.act, body), ...more },
      at: this.world.now(),
    });
  }

  discard(): Promise<void> {
    return discardDraft(this.world.dataSource, this.account, this.form);
  }

  /** What the form starts with: the kept draft over what stands in the case; hidden fields are those of now. */
  async over(present: Record<string, unknown>): Promise<{ values: Record<string, unknown>; savedAt?: Date }> {
    const draft = await findDraft(this.world.dataSource, this.account, this.form, this.world.now());
    if (!draft) return { values: present };
    return { values: { ...present, ...draft.values, ...hiddenValues(this.act, present) }, savedAt: draft.savedAt };
  }
}
