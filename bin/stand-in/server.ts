import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exchangePlatforms, findPlatform } from '../../domain/exchange/platform';
import { answerJson } from './answer';
import { Behaviours, behaviourSchema } from './faults';
import type { Inbox } from './inbox';
import { renderInbox } from './inbox-page';
import { renderPage } from './page';
import { answerReconcile, answerStatus, receiveRecord, type PlatformRoom } from './platform-routes';
import { RecordStore } from './record-store';
import { decodeKey, findCallFault } from './verify-call';

const bodyLimit = 4_000_000;

export interface StandInOptions {
  /** Mails that came, where the stand-in takes mails. */
  inbox?: Inbox;
  /** Where received records are kept. */
  directory: string;
  /** Signing secret by platform. */
  secrets: Readonly<Record<string, string>>;
  now(): Date;
}

/** The stand-in for all outside platforms, not yet listening. Throws when an earlier record cannot be read. */
export async function createStandIn(options: StandInOptions): Promise<Server> {
  const store = new RecordStore(options.directory);
  await store.load(exchangePlatforms.map((platform) => platform.key));
  const room = { store, behaviours: new Behaviours(), now: options.now };
  return createServer((request, response) => {
    handle(room, options, request, response).catch((error: unknown) => {
      console.error(`stand-in: ${request.method} ${request.url} failed`, error);
      if (!response.headersSent)
        answerJson(response, 500, { code: 'STAND_IN_FAILED', reason: 'see the stand-in’s own output' });
      else request.socket.destroy();
    });
  });
}

async function handle(
  room: PlatformRoom,
  options: StandInOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined)
    return answerJson(response, 413, { code: 'TOO_LONG', reason: `more than ${bodyLimit} bytes` });
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  const route = `${request.method} ${pathname}`;
  if (route === 'GET /health') return answerJson(response, 200, { ok: true });
  if (route === 'GET /') return answerPage(response, renderPage(room.store, room.behaviours));
  if (route === 'GET /mail') return answerPage(response, renderInbox(options.inbox?.mails() ?? []));
  if (route === 'GET /control')
    return answerJson(
      response,
      200,
      exchangePlatforms.map(({ key }) => room.behaviours.current(key)),
    );
  if (route === 'POST /control') return control(room, request, response, body);
  return handlePlatform(room, options, request, response, body, pathname);
}

async function handlePlatform(
  room: PlatformRoom,
  { secrets, now }: StandInOptions,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  pathname: string,
): Promise<void> {
  const [, root, platformKey = '', resource, recordKey] = pathname.split('/');
  const platform = root === 'platforms' ? findPlatform(platformKey) : undefined;
  if (!platform) return answerJson(response, 404, { code: 'NOT_FOUND', reason: 'no such address' });
  // the list is for people and tests on this machine and carries no secret of a real platform
  if (request.method === 'GET' && resource === 'records' && !recordKey)
    return answerJson(response, 200, { records: room.store.list(platform.key) });
  if (request.method === 'GET' && resource === 'holdings')
    return answerJson(response, 200, { records: room.store.holdings(platform.key) });
  const fault = findCallFault(request, body, secrets[platform.key] ?? '', now());
  if (fault) return answerJson(response, 401, { code: fault, reason: 'the call is not signed as agreed' });
  if (request.method === 'POST' && resource === 'records' && !recordKey)
    return receiveRecord(room, platform, request, response, body);
  if (request.method === 'GET' && resource === 'records' && recordKey)
    return answerStatus(room, platform, request, response, decodeKey(recordKey));
  if (request.method === 'POST' && resource === 'reconcile') return answerReconcile(room, platform, response, body);
  answerJson(response, 404, { code: 'NOT_FOUND', reason: 'no such address' });
}

function control(room: PlatformRoom, request: IncomingMessage, response: ServerResponse, body: string): void {
  if (request.headers['sec-fetch-site'] === 'cross-site')
    return answerJson(response, 403, { code: 'CROSS_SITE', reason: 'not from another site' });
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const parsed = behaviourSchema.safeParse(isForm ? readForm(body) : readJson(body));
  if (!parsed.success)
    return answerJson(response, 400, { code: 'BEHAVIOUR_UNKNOWN', reason: parsed.error.message.slice(0, 900) });
  const { platform } = parsed.data;
  if (platform !== '*' && !findPlatform(platform))
    return answerJson(response, 404, { code: 'PLATFORM_UNKNOWN', reason: platform });
  for (const { key } of exchangePlatforms) {
    if (platform === '*' || platform === key) room.behaviours.set({ ...parsed.data, platform: key });
  }
  if (!isForm) return answerJson(response, 200, parsed.data);
  response.writeHead(303, { location: '/' }).end();
}

function answerPage(response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  });
  response.end(page);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readForm(body: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value.trim() !== ''));
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
