import type { EntityManager } from 'typeorm';
import type { ReferralState } from '../../../domain/referral/state';

/** The list row of a referral. */
export async function projectReferral(manager: EntityManager, state: ReferralState): Promise<void> {
  await manager.query(
    `INSERT INTO referral (id, visit_id, check_id, object_id, department, referral_kind, addressee, stage)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET addressee = EXCLUDED.addressee, stage = EXCLUDED.stage`,
    [
      state.id,
      state.visit,
      state.check,
      state.object,
      state.department,
      state.referralKind,
      state.addressee ?? null,
      state.stage,
    ],
  );
}
