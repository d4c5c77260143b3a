import { z } from 'zod';
import { bare, details } from './details';

/** What is wrong with what was sent, and what the system itself could not do. */
export const refusalsOfRequests = {
  NOT_FOUND: bare,
  INVALID_INPUT: details({ issues: z.array(z.unknown()).optional() }),
  MALFORMED: bare,
  UPLOAD_BROKEN: bare,
  FILE_UNKNOWN: bare,
  FILE_TOO_LARGE: details({ name: z.string().optional(), limit: z.string().optional() }),
  FILES_TOO_LARGE: details({ name: z.string(), limit: z.string() }),
  FILE_TYPE_REFUSED: details({ name: z.string(), taken: z.string() }),
  FILES_TOO_MANY: details({ name: z.string(), limit: z.number() }),
  CONTENT_TOO_LARGE: bare,
  DRAFT_TOO_LARGE: details({ limit: z.number() }),
  ENGINE_UNREACHABLE: bare,
  INTERNAL: bare,
} as const;
