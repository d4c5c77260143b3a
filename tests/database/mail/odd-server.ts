import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a server says to each command; `undefined` says nothing, `end` closes. */
export type Says = (command: string, socket: Socket) => string | undefined;

/** A mail server of the test's own making: real sockets, any misbehaviour. */
export class OddServer {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  /** Every line that a client sent, of all connections. */
  readonly heard: string[] = [];
  connections = 0;

  /** @param greets said to who connects; nothing where it is undefined */
  constructor(says: Says, greets: string | undefined = '220 odd.example') {
    this.server = createServer((socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
      if (greets !== undefined) socket.write(`${greets}\r\n`);
      let rest = '';
      let inData = false;
      socket.on('data', (piece) => {
        const lines = (rest + piece.toString()).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (inData && line !== '.') continue;
          const command = inData ? 'end of data' : line;
          inData = false;
          this.heard.push(command);
          const answer = says(command, socket);
          if (answer?.startsWith('354')) inData = true;
          if (answer !== undefined && !socket.destroyed) socket.write(`${answer}\r\n`);
        }
      });
    });
  }

  /** @returns its address, with a name and a password where it is to be signed in */
  async open(signIn = ''): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://${signIn}127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A server without faults. */
export const well: Says = (command) => {
  const [verb] = command.toUpperCase().split(/[ :]/);
  if (command === 'end of data') return '250 taken';
  if (verb === 'EHLO') return '250-odd.example\r\n250 AUTH PLAIN LOGIN';
  if (verb === 'AUTH') return '235 welcome';
  if (verb === 'DATA') return '354 go on';
  return verb === 'QUIT' ? '221 bye' : '250 ok';
};
