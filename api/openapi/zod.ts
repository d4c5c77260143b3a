import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

// Before the first schema that bears a description is made.
extendZodWithOpenApi(z);

export { z };
