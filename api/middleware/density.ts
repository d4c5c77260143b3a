import type { RequestHandler } from 'express';
import { pathTo } from '../paths';
import { chosenOf, pageOf, type KeptChoice } from './kept-choice';

/** How high the rows of tables are: 40 px, or 32 for whoever would rather see more of them at once. */
export const densities = { cookie: 'density', values: ['usual', 'compact'] } as const satisfies KeptChoice;

/** Gives every page the reader's density of rows, and its lists the way to the other one. */
export const chosenDensity: RequestHandler = (req, res, next) => {
  const compact = chosenOf(req, densities) === 'compact';
  res.locals['density'] = {
    compact,
    href: pathTo('density', { density: compact ? 'usual' : 'compact', returnTo: pageOf(req) }),
  };
  next();
};
