import type { Remarks } from '../../domain/text/given-remarks';
import type {} from 'express-session';
import type { RequestHandler } from 'express';
import type { RefusalCode, RefusalDetails } from '../../domain/refusals/refusal-list';
import { personById } from '../../services/queries/people/find-person';
import type { AppWorld } from '../app-world';

/** What is told on the next page that a person sees. */
export interface Notice {
  key: string;
  values?: Record<string, string | string[]>;
  text?: string;
  next?: { text: string; href: string };
}

declare module 'express-session' {
  interface SessionData {
    account?: string;
    /** When the person signed in, in milliseconds; a session ends after its hours whatever happens. */
    since?: number;
    agent?: string;
    notice?: Notice;
    /** What the last form gave beyond what people see; told with the notice. */
    remarks?: Remarks;
    /** What became of an act that was taken and then refused, for the form at this address. */
    refused?: { address: string; code: RefusalCode; details: RefusalDetails; seen?: number };
  }
}

/** Finds the person of a session anew at every request: a disabled account is out at once. */
export function signedInPerson(world: AppWorld): RequestHandler {
  return async (req, _res, next) => {
    const { account, since } = req.session;
    if (!account) return next();
    const tooOld = world.now().getTime() - (since ?? 0) > world.config.sessionHours * 3_600_000;
    if (tooOld) return req.session.destroy(() => next());
    req.person = await personById(world.dataSource, account);
    next();
  };
}
