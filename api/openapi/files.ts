import { faces } from '../faces';
import { paths } from '../paths';
import { Paper, StoredFile } from './answers';
import { json, type Parts } from './parts';
import { z } from './zod';

/** Files that acts name, and papers that are drawn. */
export function describeFiles({ registry, signedIn, refused }: Parts): void {
  const tags = ['files'];
  const printing = Object.entries(faces).filter(([, { prints }]) => prints.papers.length > 0);
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/files`,
    operationId: 'sendFile',
    summary: 'Send a file; acts then name it by `id`',
    tags,
    security: signedIn,
    request: {
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({ file: z.any().openapi({ type: 'string', format: 'binary' }) }).required(),
          },
        },
      },
    },
    responses: {
      201: { description: 'It is kept', ...json(StoredFile) },
      ...refused(400, 401, 403, 413, 415, 429, 500),
    },
  });
  registry.registerPath({
    method: 'get',
    path: `${paths.api}/files/{id}`,
    operationId: 'readFile',
    summary: 'An attachment or a drawn paper, as it is',
    tags,
    security: signedIn,
    request: { params: z.object({ id: z.uuid() }) },
    responses: {
      200: {
        description: 'The file',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      ...refused(401, 403, 404, 429, 500),
    },
  });
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/cases/{kind}/{number}/papers/{document}`,
    operationId: 'askForPaper',
    summary: 'Have a paper drawn: of a visit, or those of every visit of a check as one file',
    tags,
    security: signedIn,
    request: {
      params: z.object({
        kind: z.enum(printing.map(([kind]) => kind)),
        number: z.string().max(60),
        document: z.enum([...new Set(printing.flatMap(([, { prints }]) => prints.papers))]),
      }),
    },
    responses: {
      202: { description: 'Asked for; its progress is read by the key', ...json(z.object({ key: z.string() })) },
      ...refused(401, 403, 404, 409, 429, 500, 503),
    },
  });
  registry.registerPath({
    method: 'get',
    path: `${paths.api}/papers`,
    operationId: 'readPaper',
    summary: 'How far a paper is that was asked for; with its file once it is drawn',
    tags,
    security: signedIn,
    request: { query: z.object({ key: z.string().max(400) }) },
    responses: { 200: { description: 'The paper', ...json(Paper) }, ...refused(401, 403, 404, 429, 500) },
  });
}
