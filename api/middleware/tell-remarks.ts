import type { NextFunction, Request, Response } from 'express';
import { remarksOn } from '../../domain/text/given-remarks';

/**
 * What a form gave beyond what people see is told with the notice of what came of it: whoever is led on after sending
 * reads which marks were taken away. One place for all forms, whatever schema reads them.
 */
export function tellRemarks(req: Request, res: Response, next: NextFunction): void {
  if (req.method !== 'POST') return next();
  const redirect = res.redirect.bind(res) as (...args: unknown[]) => void;
  res.redirect = ((...args: unknown[]) => {
    // Read only now: the parts of a form with files come in after this point.
    const remarks = remarksOn(req.body);
    if (remarks) req.session.remarks = remarks;
    else delete req.session.remarks;
    redirect(...args);
  }) as typeof res.redirect;
  next();
}
