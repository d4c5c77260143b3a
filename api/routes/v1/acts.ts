import { Router } from 'express';
import { z } from 'zod';
import { kindOf } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import type { AppWorld } from '../../app-world';
import { sendProblem } from '../../middleware/problem-json';
import { performFor } from '../../perform-for';
import { personOf } from '../../middleware/require-person';
import { parsed } from './parsed';

const Body = z.object({
  case: z
    .string()
    .max(120)
    .regex(/^\P{Cc}*$/u)
    .optional(),
  input: z.record(z.string(), z.unknown()).default({}),
});
/** By what an act that is sent again is known as the same. */
export const IdempotencyKey = z.string().regex(/^[0-9A-Za-z._:-]{8,100}$/);

/** Acts over the API: one route for all, made from the acts themselves; described one by one in the OpenAPI document. */
export function actRoutes(world: AppWorld): Router {
  return Router().post('/acts/:act', async (req, res) => {
    const key = IdempotencyKey.safeParse(req.get('Idempotency-Key'));
    if (!key.success) throw new Refusal('INVALID_INPUT', { field: 'Idempotency-Key', issues: key.error.issues });
    const body = parsed(Body, req.body);
    if (body.case !== undefined && !kindOf(body.case)) throw new Refusal('CASE_UNKNOWN', { case: body.case });

    const outcome = await performFor(world, personOf(req), {
      act: req.params.act,
      caseId: body.case,
      input: body.input,
      submission: key.data,
    });
    if (outcome.kind === 'done') return res.json(outcome.receipt);
    if (outcome.kind === 'refused') return sendProblem(world, res, outcome.code, outcome.details);
    if (outcome.kind === 'invalid') return sendProblem(world, res, 'INVALID_INPUT', { issues: outcome.issues });
    if (outcome.kind === 'pending')
      return res.status(202).json({ code: 'ACT_PENDING', case: body.case, submission: key.data });
    if (outcome.kind === 'parked') return sendProblem(world, res, outcome.code);
    return sendProblem(world, res, 'ENGINE_UNREACHABLE');
  });
}
