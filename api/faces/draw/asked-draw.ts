import type { Request } from 'express';
import type { DrawState } from '../../../domain/draw/state';
import { Refusal } from '../../../domain/refusal';
import { caseFor } from '../../../services/queries/cases/case-for';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';

/**
 * The draw whose pool a page is about, for whoever may read it. Before it is frozen its lists are what the register would give now.
 * @throws Refusal CASE_UNKNOWN
 */
export async function askedDraw({ dataSource }: Pick<AppWorld, 'dataSource'>, req: Request) {
  const person = personOf(req);
  const number = String(req.params['number']);
  const id = `draw/${number}`;
  const view = await caseFor(dataSource, person, id);
  if (!view) throw new Refusal('CASE_UNKNOWN', { case: number });
  const state = view.state as DrawState;
  return { person, number, id, state, frozen: state.pool !== undefined };
}
