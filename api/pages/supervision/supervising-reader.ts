import type { Request } from 'express';
import type { Reader } from '../../../services/queries/cases/may-read-case';
import { openPage } from '../registers/open-page';

/**
 * Whoever oversees reads every case: supervisors, and the audit administrator on these pages alone.
 * @throws Refusal NOT_ENTITLED
 */
export function supervisingReader(req: Request): Reader {
  return { department: openPage(req, 'supervision').department, capacities: ['supervisor'] };
}
