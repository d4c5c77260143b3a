import type { Request } from 'express';
import { findAct } from '../../domain/processes';
import { readDraftRef } from '../../domain/draft-ref';
import { Refusal } from '../../domain/refusal';
import { keepDraft } from '../../services/drafts/keep-draft';
import type { AppWorld } from '../app-world';
import { formOf } from './draft-place';
import { draftBaseField, draftTokenField, readDraftToken, type DraftOwner } from './draft-token';
import { typedIn } from './typed-values';

/**
 * Keeps what a refused post had typed, for the person to whom the form was given and nobody else.
 * @returns whose form it was; nothing where the form does not say or is too large to keep
 */
export async function rescueTyped(world: AppWorld, req: Request): Promise<DraftOwner | undefined> {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const owner = readDraftToken(world.config.sessionSecret, body[draftTokenField], world.now());
  const act = owner && findAct(owner.place.act)?.act;
  if (!owner || !act) return undefined;
  try {
    await keepDraft(world.dataSource, {
      account: owner.account,
      form: formOf(owner.place),
      opening: owner.opening,
      base: readDraftRef(body[draftBaseField]),
      ...typedIn(act, body),
      at: world.now(),
    });
    return owner;
  } catch (failure) {
    if (failure instanceof Refusal) return undefined;
    throw failure;
  }
}
