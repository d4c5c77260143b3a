import type { NextFunction, Request, Response } from 'express';
import { remarksOn } from '../../domain/text/given-remarks';

/**
 * What a system gave beyond what people see is told in `remarks` of the answer, as forms tell it to people: which marks were
 * taken away, which characters of private use stay. One place for everything that is posted; where nothing was given that is
 * worth a remark, the answer has no such field, and a refusal kept nothing and says nothing.
 */
export function remarksInAnswers(req: Request, res: Response, next: NextFunction): void {
  if (req.method !== 'POST') return next();
  const json = res.json.bind(res) as (body: unknown) => Response;
  res.json = (body: unknown) => {
    // Read only now: parts of a body with a file come in after this point.
    const remarks = res.statusCode < 400 ? remarksOn([req.body, req.file?.originalname]) : undefined;
    return json(remarks && isRecord(body) ? { ...body, remarks } : body);
  };
  next();
}

const isRecord = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);
