import { once } from 'node:events';
import { request as post, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import session from 'express-session';
import { saveBeforeRedirect } from '../../api/middleware/save-before-redirect';
import { until } from '../engine/lifecycle/until';

/** A store that keeps a session only when it is told that it may, as a database does that is busy. */
class BusyStore extends session.MemoryStore {
  waiting: (() => void)[] = [];
  override set(sid: string, data: session.SessionData, done?: (failure?: unknown) => void): void {
    this.waiting.push(() => super.set(sid, data, done));
  }
}

test('a person who signs in is led on only when the session is kept, however busy the database is', async () => {
  const store = new BusyStore();
  const app = express()
    .use(
      session({ name: 'session', store, secret: 'for this test only', resave: false, saveUninitialized: false }),
      saveBeforeRedirect,
    )
    .post('/sign-in', (req, res) => {
      Object.assign(req.session, { account: 'somebody' });
      res.redirect(303, '/');
    })
    .post('/sign-out', (req, res) => req.session.destroy(() => res.redirect(303, '/sign-in')))
    .get('/elsewhere', (_req, res) => res.redirect(303, '/'))
    .get('/', (req, res) => res.send((req.session as { account?: string }).account ?? 'a stranger'));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    let answer: IncomingMessage | undefined;
    const asked = post(`${address}/sign-in`, { method: 'POST' }, (response) => (answer = response));
    asked.end();
    await until(
      () => Promise.resolve(store.waiting.length),
      (waiting) => waiting > 0,
    );
    // Whoever asks meanwhile is answered; the one who signs in is not led on yet.
    expect(await (await fetch(address)).text()).toBe('a stranger');
    expect(answer).toBeUndefined();

    store.waiting.shift()?.();
    await until(
      () => Promise.resolve(answer),
      (given) => given !== undefined,
    );
    expect(answer?.statusCode).toBe(303);
    const cookie = answer?.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect(await (await fetch(address, { headers: { cookie } })).text()).toBe('somebody');

    // A redirect that changed nothing of its session keeps nothing, and one that ended it is led on at once.
    expect((await fetch(`${address}/elsewhere`, { redirect: 'manual' })).status).toBe(303);
    expect(
      (await fetch(`${address}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' })).status,
    ).toBe(303);
    expect(store.waiting).toEqual([]);
    answer?.destroy();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
