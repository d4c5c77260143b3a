import type { Server } from 'node:http';

/**
 * Lets a request take as long as its bytes keep coming: photos over a weak network need more than the 300 seconds that
 * Node gives a request as a whole. A connection on which nothing moves is closed; one that has not even sent its head
 * falls under Node's own limit for that, as before.
 * @param stillMs how long nothing may move
 */
export function waitWhileMoving(server: Server, stillMs = 300_000): void {
  server.requestTimeout = 0;
  server.setTimeout(stillMs);
}
