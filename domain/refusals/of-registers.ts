import { z } from 'zod';
import { bare, details } from './details';

const codeOfList = details({ code: z.string() });

/** Rules of the registers, the settings and the loading of tables. */
export const refusalsOfRegisters = {
  NOT_IN_REGISTER: details({ register: z.string(), id: z.string() }),
  CODE_TAKEN: details({ constraint: z.string().optional() }),
  NOTHING_CHANGED: details({ register: z.string(), id: z.string() }),
  NO_IDENTITY: bare,
  IDENTITY_CARD_NUMBER: bare,
  RENAME_UNAFFIRMED: details({ was: z.string(), is: z.string() }),
  CODE_UNAFFIRMED: details({ was: z.string(), is: z.string() }),
  NUMBER_UNAFFIRMED: bare,
  TAKING_AWAY_UNAFFIRMED: details({ days: z.number() }),
  DEPARTMENT_UNKNOWN: details({ department: z.string().optional(), code: z.string().optional() }),
  DIVISION_UNKNOWN: codeOfList,
  INDUSTRY_UNKNOWN: codeOfList,
  QUALIFICATION_UNKNOWN: details({ name: z.string() }),
  FIRM_UNCLEAR: details({ name: z.string() }),
  RECUSAL_SETTLED: details({ name: z.string() }),
  RECUSAL_FIRMS_NEEDED: bare,
  RECUSAL_FIRMS_MEANT: bare,
  TWIN_ITSELF: bare,
  TWIN_CLOSED: bare,
  TWIN_STANDS: bare,
  TWIN_TOLD_APART: bare,
  TWIN_CODE_LOST: bare,
  SETTING_UNKNOWN: details({ key: z.string() }),
  ITEM_ABOLISHED: codeOfList,
  ABOLITION_AHEAD: details({ effectiveFrom: z.string() }),
  EFFECTIVE_BEFORE_LAST: details({ last: z.string() }),
  UPLOAD_GONE: bare,
  IMPORT_EMPTY: bare,
  IMPORT_NOT_CSV: bare,
  IMPORT_ENCODING: details({ line: z.number().optional() }),
  IMPORT_DELIMITER: bare,
  IMPORT_HEADERS: details({
    missing: z.array(z.string()),
    unknown: z.array(z.string()),
    expected: z.array(z.string()),
  }),
  IMPORT_QUOTES: details({ line: z.number().optional(), parser: z.string().optional() }),
  IMPORT_TOO_LONG: details({ rows: z.number(), limit: z.number() }),
} as const;
