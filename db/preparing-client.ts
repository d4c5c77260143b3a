import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** Statements that one process names; what is built anew for every call must not fill the server's memory. */
const namesAtMost = 400;
const names = new Map<string, string>();

type Query = (this: Client, ...asked: unknown[]) => unknown;
const send = Client.prototype.query as Query;

/**
 * A connection that has the server read and plan a statement once. For processes whose statements are few and come again
 * with every act; a process that serves searches of people's making has them planned for the values of each.
 */
export class PreparingClient extends Client {}

PreparingClient.prototype.query = function (this: Client, ...asked: unknown[]) {
  const [text, values, callback] = asked;
  const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
  return name ? send.call(this, { name, text, values }, callback) : send.apply(this, asked);
} as Client['query'];

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= namesAtMost) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
