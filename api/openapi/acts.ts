import { z } from './zod';
import { processes } from '../../domain/processes';
import type { Act } from '../../domain/act';
import type { SchemaObject } from 'openapi3-ts/oas31';
import { paths } from '../paths';
import { IdempotencyKey } from '../routes/v1/acts';
import { exampleOf } from './examples';
import { Receipt, remarked } from './answers';
import { json, type Parts } from './parts';

/** One operation for each act that a person may ask for. */
export function describeActs({ registry, signedIn, refused }: Parts, t: (key: string) => string): void {
  for (const process of Object.values(processes)) {
    for (const act of process.acts) {
      if (act.byClock) continue;
      const named = schemaName(act.name);
      // By zod itself: schemas of the domain know nothing of descriptions.
      registry.registerComponent('schemas', `${named}Input`, z.toJSONSchema(act.input, inputs) as SchemaObject);
      const example = exampleOf(act.name);
      const input = { $ref: `#/components/schemas/${named}Input` };
      registry.registerPath({
        method: 'post',
        path: `${paths.api}/acts/${act.name}`,
        operationId: act.name,
        tags: [process.kind],
        summary: t(`acts:${act.name}.name`),
        description: `Stages: ${act.stages.join(', ') || 'opens the case'}. Capacities: ${capacitiesOf(act)}.`,
        security: signedIn,
        request: {
          headers: z.object({ 'Idempotency-Key': IdempotencyKey }),
          body: {
            required: true,
            content: {
              'application/json': { schema: bodyOf(act, input), example: exampleBody(process.kind, act, example) },
            },
          },
        },
        responses: {
          200: { description: 'Done', ...json(Receipt) },
          202: { description: 'Accepted; ask again with the same key', ...json(act.opens ? Opening : Pending) },
          ...refused(400, 401, 403, 404, 409, 413, 422, 429, 500, 503),
        },
      });
    }
  }
}

const inputs = { io: 'input', unrepresentable: 'any' } as const;
const pending = { code: z.literal('ACT_PENDING'), submission: z.string(), ...remarked };
// A case that is being opened has no number yet.
const Opening = z.object(pending).openapi('OpeningPending');
const Pending = z.object({ ...pending, case: z.string() }).openapi('ActPending');

function schemaName(act: string): string {
  return act
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function capacitiesOf(act: Act): string {
  return act.by.map((by) => `${by.capacity} (${by.as})`).join(', ');
}

function exampleBody(kind: string, act: Act, input: unknown) {
  return act.opens ? { input } : { case: `${kind}/320723-2026-L0001`, input };
}

function bodyOf(act: Act, input: { $ref: string }): SchemaObject {
  if (act.opens) return { type: 'object', required: ['input'], properties: { input } };
  const named: SchemaObject = { type: 'string', maxLength: 120, description: 'Kind and number of the case' };
  return { type: 'object', required: ['case', 'input'], properties: { case: named, input } };
}
