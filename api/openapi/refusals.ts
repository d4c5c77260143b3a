import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from './zod';
import { problems } from '../problems';

/** Answers of refusals, by status, as references. */
export type Refused = (...statuses: RefusedStatus[]) => Record<number, { $ref: string }>;

const names = {
  400: 'Malformed',
  401: 'NotSignedIn',
  403: 'NotEntitled',
  404: 'NotFound',
  409: 'NotNow',
  413: 'TooLarge',
  415: 'KindRefused',
  422: 'NotValid',
  429: 'TooMany',
  500: 'Failed',
  503: 'Unreachable',
} as const;
export type RefusedStatus = keyof typeof names;

const meanings: Record<RefusedStatus, string> = {
  400: 'The body cannot be read.',
  401: 'No token, or one that has ended.',
  403: 'The account may not do this.',
  404: 'There is no such thing, or it is not this account’s to see.',
  409: 'The case does not stand so that this can be done; its code says why.',
  413: 'What was sent is larger than is taken.',
  415: 'This kind of file is not taken.',
  422: 'A field, or what it names, cannot be taken as it is; `issues` and `field` say which.',
  429: 'Too many requests; `Retry-After` says when to ask again.',
  500: 'The fault is ours, and is kept for its operators; nothing was recorded.',
  503: 'The service cannot take it now; send it again with the same key.',
};

/** Registers what refusals look like, and gives their answers. */
export function refusals(registry: OpenAPIRegistry): Refused {
  const codes = Object.keys(problems) as [string, ...string[]];
  registry.register(
    'Problem',
    z
      .looseObject({
        type: z.string(),
        title: z.string(),
        detail: z.string(),
        status: z.int(),
        code: z.enum(codes),
        /** Of INVALID_INPUT and of what stands at one field. */
        field: z.string().optional(),
        issues: z
          .array(z.looseObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
          .optional(),
      })
      .openapi({
        description: 'RFC 9457: what happened, what it means, what to do next. Details of the code stand beside.',
      }),
  );
  for (const [status, name] of Object.entries(names))
    registry.registerComponent('responses', name, {
      description: meanings[Number(status) as RefusedStatus],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      ...(status === '429' && {
        headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 0 } } },
      }),
    });
  return (...statuses) =>
    Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${names[status]}` }]));
}
