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
  FILE_TYPE_REFUSED: details({ name: z.string() }),
  FILES_TOO_MANY: details({ limit: z.number() }),
  DRAFT_TOO_LARGE: details({ limit: z.number() }),
  ENGINE_UNREACHABLE: bare,
  INTERNAL: bare,
} as const;
