import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { Router } from 'express';
import { z } from 'zod';
import { processes } from '../../domain/processes';
import type { AppWorld } from '../app-world';
import { faces } from '../faces';
import { problems } from '../problems';
import { paths } from '../paths';

extendZodWithOpenApi(z);

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [string, ...string[]]),
});
const Receipt = z.object({ caseId: z.string(), number: z.string(), stage: z.string(), at: z.iso.datetime() });

/** The OpenAPI 3.1 description, made from the same acts and schemas that check every request. */
export function openApiRoute(world: AppWorld): Router {
  const document = describe(world.views.texts.t);
  return Router().get(paths.openapi, (_req, res) => res.json(document));
}

/** Describes the programming interface; names and intros of acts come from the texts. */
export function describe(t: (key: string) => string) {
  const registry = new OpenAPIRegistry();
  const bearer = registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const problem = { description: 'RFC 9457', content: { 'application/problem+json': { schema: Problem } } };
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

  registry.registerPath({
    method: 'post',
    path: `${paths.api}/session`,
    summary: 'Change a user name and password for a token',
    request: { body: json(z.object({ username: z.string(), password: z.string() })) },
    responses: {
      201: { description: 'A token', ...json(z.object({ token: z.string(), expiresInHours: z.int() })) },
      401: problem,
      429: problem,
    },
  });
  for (const process of Object.values(processes)) {
    for (const act of process.acts) {
      if (act.byClock) continue;
      const input = act.input;
      registry.registerPath({
        method: 'post',
        path: `${paths.api}/acts/${act.name}`,
        operationId: act.name,
        tags: [process.kind],
        summary: t(`acts:${act.name}.name`),
        description: `Stages: ${act.stages.join(', ') || 'opens the case'}. Capacities: ${act.by.map((by) => `${by.capacity} (${by.as})`).join(', ')}.`,
        security: [{ [bearer.name]: [] }],
        request: {
          headers: z.object({ 'Idempotency-Key': z.string().min(8).max(100) }),
          body: json(act.opens ? z.object({ input }) : z.object({ case: z.string(), input })),
        },
        responses: {
          200: { description: 'Done', ...json(Receipt) },
          202: {
            description: 'Accepted; ask again with the same key',
            ...json(
              z.object({
                code: z.literal('ACT_PENDING'),
                // A case that is being opened has no number yet.
                ...(act.opens ? {} : { case: z.string() }),
                submission: z.string(),
              }),
            ),
          },
          403: problem,
          404: problem,
          409: problem,
          422: problem,
          503: problem,
        },
      });
    }
  }
  for (const [path, summary, query] of [
    ['/me', 'Who is signed in'],
    ['/to-do', 'What waits for this account'],
    ['/cases', 'Cases that this account may see'],
    ['/cases/{kind}/{number}', 'One case with the acts that are open to this account'],
    ['/cases/{kind}/{number}/timeline', 'Every act of a case'],
    ['/joint-checks/{number}/counts', 'How far a check is'],
    ['/papers', 'How far a paper is that was asked for; with its file once it is drawn', { key: z.string() }],
    ['/items', 'Items in force'],
  ] as [string, string, Record<string, z.ZodType>?][]) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    registry.registerPath({
      method: 'get',
      path: `${paths.api}${path}`,
      summary,
      security: [{ [bearer.name]: [] }],
      request: {
        ...(names.length > 0 && { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
        ...(query && { query: z.object(query) }),
      },
      responses: { 200: { description: summary, ...json(z.unknown()) }, 401: problem, 404: problem },
    });
  }
  const printing = Object.entries(faces).filter(([, { prints }]) => prints.papers.length > 0);
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/cases/{kind}/{number}/papers/{document}`,
    summary: 'Have a paper drawn: of a visit, or those of every visit of a check as one file',
    security: [{ [bearer.name]: [] }],
    request: {
      params: z.object({
        kind: z.enum(printing.map(([kind]) => kind)),
        number: z.string(),
        document: z.enum([...new Set(printing.flatMap(([, { prints }]) => prints.papers))]),
      }),
    },
    responses: {
      202: { description: 'Asked for; its progress is read by the key', ...json(z.object({ key: z.string() })) },
      401: problem,
      404: problem,
      409: problem,
    },
  });
  registry.registerPath({
    method: 'get',
    path: `${paths.api}/files/{id}`,
    summary: 'An attachment or a drawn paper, as it is',
    security: [{ [bearer.name]: [] }],
    request: { params: z.object({ id: z.uuid() }) },
    responses: {
      200: {
        description: 'The file',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      401: problem,
      404: problem,
    },
  });
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: '“双随机、一公开” joint inspections', version: '1' },
  });
}
