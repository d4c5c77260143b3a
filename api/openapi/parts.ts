import type { OpenAPIRegistry, RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { z } from './zod';
import type { Refused } from './refusals';

/** What every operation is described with. */
export interface Parts {
  registry: OpenAPIRegistry;
  /** The security of operations that need a token. */
  signedIn: NonNullable<RouteConfig['security']>;
  refused: Refused;
}

/** Content of a JSON body or answer. */
export const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
