import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { caseKinds } from '../../domain/processes';
import { describeActs } from './acts';
import { describeFiles } from './files';
import { describeReads } from './reads';
import { describeSession } from './session';
import { plainSchemas } from './plain-schemas';
import { refusals } from './refusals';

/** Describes the programming interface; names of acts come from the texts. */
export function describe(t: (key: string) => string) {
  const registry = new OpenAPIRegistry();
  const { name } = registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token from POST /api/v1/session or POST /api/v1/tokens.',
  });
  const parts = { registry, signedIn: [{ [name]: [] }], refused: refusals(registry) };
  describeSession(parts);
  describeActs(parts, t);
  describeReads(parts);
  describeFiles(parts);
  return plainSchemas(
    new OpenApiGeneratorV31(registry.definitions).generateDocument({
      openapi: '3.1.0',
      info: {
        title: '“双随机、一公开” joint inspections',
        version: '1',
        description:
          'For the systems of departments that take part. Every official act is one operation. An act carries an `Idempotency-Key`: sent again with the same key it happens once and gives the same answer. Refusals are RFC 9457 problems with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: [
        ...rooms.map(([name, description]) => ({ name, description })),
        ...caseKinds.map((kind) => ({ name: kind, description: t(`cases:kinds.${kind}`) })),
      ],
    }),
  );
}

const rooms = [
  ['session', 'Tokens: got, listed, ended'],
  ['cases', 'Cases of every kind, as far as the account may see them'],
  ['registers', 'Objects, officers and items'],
  ['files', 'Files and papers'],
] as const;
