import { Router } from 'express';
import { paths } from '../paths';

/** What search engines may read: the public site and what it is drawn with, without lists that somebody searched for. */
const rules = [
  'User-agent: *',
  `Allow: ${paths.publicHome}`,
  `Allow: ${paths.assets}/`,
  `Disallow: ${paths.publicResults}?q=`,
  'Disallow: /',
];

/** robots.txt (RFC 9309). */
export const robotsRoute = (): Router =>
  Router().get(paths.robots, (_req, res) => void res.type('text/plain').send(`${rules.join('\n')}\n`));
