import type { RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';

/** What the parser says of a body that breaks off or is none; it throws plain errors. */
const broken =
  /^(?:Unexpected end of (?:form|file)|Malformed (?:part header|content type|urlencoded form)|Multipart: Boundary not found|Unsupported content type|Missing Content-Type|Request (?:aborted|closed))/;

/** Reads a body of parts. One that breaks off or is none is the sender's, or the network's, mistake; any other failure is ours and stays one. */
export function readParts(read: RequestHandler): RequestHandler {
  return (req, res, next) => {
    const done = (failure?: unknown) =>
      next(failure instanceof Error && broken.test(failure.message) ? new Refusal('UPLOAD_BROKEN') : failure);
    void read(req, res, done);
  };
}
