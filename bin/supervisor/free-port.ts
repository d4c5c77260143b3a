import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const lowest = 20_000;
/** Where the machine does not say it: 49152–65535 are the dynamic ports (RFC 6335, 6). */
const usualOutgoing = 49_152;
const tries = 50;

/**
 * A port of this machine that nobody listens on now, below those that the machine gives to outgoing connections: one of
 * those can be taken again between the choice and the listening.
 */
export async function freePort(): Promise<number> {
  const end = firstOutgoing();
  for (let left = tries; left > 0 && end > lowest; left--) {
    const port = randomInt(lowest, end);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
  return anyFreePort();
}

/** Whether a server could listen there now. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function firstOutgoing(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/)[0]) || usualOutgoing;
  } catch {
    return usualOutgoing;
  }
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
