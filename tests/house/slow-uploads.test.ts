import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitWhileMoving } from '../../bin/compose/wait-while-moving';

/** A server in whose time 200 ms are Node's 300 s. */
async function serverWith(prepare: (server: Server) => void): Promise<Server> {
  const server = createServer(
    { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 20 },
    (req, res) => {
      let size = 0;
      req.on('data', (chunk: Buffer) => (size += chunk.length));
      req.on('end', () => res.end(String(size)));
    },
  );
  prepare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Sends bytes one after another at a distance, and then the end or nothing more. */
function drip(server: Server, { bytes, ends }: { bytes: number; ends: boolean }): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const post = request({ port, method: 'POST', headers: { 'content-length': bytes } }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => resolve(`${res.statusCode} ${text}`));
    });
    post.on('error', () => resolve('closed'));
    post.flushHeaders();
    let left = ends ? bytes : bytes - 1;
    const timer = setInterval(() => {
      if (left === 0 || post.destroyed) {
        clearInterval(timer);
        if (ends) post.end();
        return;
      }
      left -= 1;
      post.write('x');
    }, 50);
  });
}

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections();
  servers = [];
});
const open = async (prepare: (server: Server) => void) => {
  const server = await serverWith(prepare);
  servers.push(server);
  return server;
};

test('an upload that makes progress is not cut, however long it takes', async () => {
  const plain = await open(() => undefined);
  const patient = await open((server) => waitWhileMoving(server, 400));
  expect(await drip(plain, { bytes: 12, ends: true })).not.toBe('200 12');
  expect(await drip(patient, { bytes: 12, ends: true })).toBe('200 12');
});

test('one on which nothing moves any more is closed', async () => {
  const patient = await open((server) => waitWhileMoving(server, 200));
  expect(await drip(patient, { bytes: 3, ends: false })).toBe('closed');
});
