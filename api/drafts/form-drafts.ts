import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Act } from '../../domain/act';
import { readDraftRef, type DraftRef } from '../../domain/draft-ref';
import { draftsOn, type KeptDraft } from '../../services/queries/people/find-drafts';
import { dropDraft } from '../../services/drafts/discard-draft';
import { keepDraft } from '../../services/drafts/keep-draft';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { formOf, type DraftPlace } from './draft-place';
import { draftBaseField, draftToken, draftTokenField, readDraftToken } from './draft-token';
import { hiddenValues, typedIn } from './typed-values';

/** What a form starts with, and where it comes from. */
export interface Started {
  values: Record<string, unknown>;
  /** The draft that fills the form. */
  from?: KeptDraft;
  /** Drafts of the same form from other openings, which stay. */
  others: KeptDraft[];
}

/** The drafts of one person on one form; each opening of the form has its own. */
export class FormDraft {
  /** The saved state that the next save goes on from. */
  base?: DraftRef;
  private opening: string;
  private readonly account: string;
  private readonly place: DraftPlace;
  private readonly form: string;

  constructor(
    private readonly world: AppWorld,
    req: Request,
    private readonly act: Act,
    caseId?: string,
  ) {
    this.account = personOf(req).account;
    this.place = { act: act.name, caseId };
    this.form = formOf(this.place);
    const body = (req.body ?? {}) as Record<string, unknown>;
    const owner = readDraftToken(world.config.sessionSecret, body[draftTokenField], world.now());
    const own = owner?.account === this.account && formOf(owner.place) === this.form;
    this.opening = own ? owner.opening : randomUUID();
    this.base = readDraftRef(body[draftBaseField]);
  }

  /** For the form's hidden field. */
  get token(): string {
    const { account, place, opening } = this;
    return draftToken(this.world.config.sessionSecret, { account, place, opening }, this.world.now());
  }

  /**
   * Keeps what was posted, beside what other openings of the form keep.
   * @throws Refusal DRAFT_TOO_LARGE
   */
  async keep(body: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<DraftRef> {
    const { account, form, opening, base } = this;
    const { values: typed, opened } = typedIn(this.act, body);
    const values = { ...typed, ...more };
    const at = this.world.now();
    this.base = await keepDraft(this.world.dataSource, { account, form, opening, base, values, opened, at });
    this.opening = this.base.opening;
    return this.base;
  }

  /** Drops the state that this form was filled from or last saved as, and no other. */
  async discard(ref: DraftRef | undefined = this.base): Promise<void> {
    if (ref) await dropDraft(this.world.dataSource, this.account, this.form, ref);
  }

  /** Everything that is kept of this form, newest first. */
  kept(): Promise<KeptDraft[]> {
    return draftsOn(this.world.dataSource, this.account, this.form, this.world.now());
  }

  /** What a form starts with that is opened to something of its own: the drafts stay, and are named. */
  async beside(values: Record<string, unknown>): Promise<Started> {
    return { values, others: await this.kept() };
  }

  /**
   * What the form starts with: a kept draft over what stands in the case; hidden fields are those of now.
   * @param wanted the opening whose draft fills the form; the newest where there is none
   */
  async over(present: Record<string, unknown>, wanted?: unknown): Promise<Started> {
    const kept = await this.kept();
    const from = kept.find(({ opening }) => opening === wanted) ?? kept[0];
    this.base = from && { opening: from.opening, revision: from.revision };
    if (!from) return { values: present, others: [] };
    const values = { ...present, ...from.values, ...hiddenValues(this.act, present) };
    return { values, from, others: kept.filter((other) => other !== from) };
  }
}
