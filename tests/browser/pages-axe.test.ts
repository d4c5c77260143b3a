import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { capacityFor, type Person } from '../../api/person';
import { browserFlags } from '../../connectors/browser/find-browser';
import { processes } from '../../domain/processes';
import { addressesOf, roles } from '../access/addresses';
import { CountySite } from '../access/county-site';
import { builtStyles } from '../setup/built-styles';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

const widths = [1280, 375];
const limitMs = 600_000;

let site: CountySite;
let server: Server;
let browser: Browser;
let axe: string;
/** What has been looked at: a page whose every element was seen on another page of the same kind is not looked at again. */
const seen = new Map<string, Set<string>>();

beforeAll(async () => {
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const styles = await builtStyles();
  site = await CountySite.open();
  server = await new Promise((resolve) => {
    const listening = express()
      .use('/assets', express.static(styles))
      .use(site.app)
      .listen(0, '127.0.0.1', () => resolve(listening));
  });
  browser = await puppeteer.launch({
    executablePath: process.env.TEST_CHROMIUM_PATH,
    args: [...browserFlags, '--accept-lang=zh-CN'],
  });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await site?.close();
});

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The kinds of elements of a page, by tag, classes and role. */
function elementsOf(html: string): string[] {
  return [
    ...new Set(
      [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g)].map(([, tag, rest = '']) =>
        [tag, ...(rest.match(/(?:class|role|type|aria-[a-z]+)="[^"]{0,60}"/g) ?? [])].join(' '),
      ),
    ),
  ];
}

function isNew(kind: string, html: string): boolean {
  const known = seen.get(kind) ?? new Set();
  const fresh = elementsOf(html).filter((element) => !known.has(element));
  seen.set(kind, new Set([...known, ...fresh]));
  return fresh.length > 0;
}

/** Forms of acts that are open to this person, one of each act. */
async function openForms(username: string): Promise<string[]> {
  const [person]: Person[] = await site.county.dataSource.query(
    'SELECT id AS account, username, name, department, capacities, inspector_id AS inspector FROM account WHERE username = $1',
    [username],
  );
  if (!person) throw new Error(`nobody is called ${username}`);
  return Object.values(processes).flatMap((process) =>
    process.acts
      .filter((act) => !act.byClock && !act.opens)
      .flatMap((act) => {
        const state = site.cases.find(
          (candidate) =>
            candidate.id.startsWith(`${process.kind}/`) && !capacityFor(person, process, act, candidate).obstacle,
        );
        return state ? [`/cases/${state.id}/acts/${act.name}`] : [];
      }),
  );
}

/** What is wrong with a page at both widths: violations, buttons that do nothing, and whatever makes the page scroll sideways. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    if (width === widths[0]) {
      await page.goto(base() + address);
      await page.evaluate(axe);
      const dead = await page.$$eval('button[type="submit"]', (buttons) =>
        (buttons as HTMLButtonElement[]).filter((button) => !button.form).map((button) => button.textContent ?? ''),
      );
      faults.push(...dead.map((text) => `${address}: “${text.trim()}” belongs to no form and does nothing`));
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) faults.push(`${address} at ${width}: ${overflow} pixels too wide`);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run();
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html.slice(0, 140))
            .slice(0, 3)
            .join(' … ')}`,
      );
    });
    faults.push(...found.map((fault) => `${address} at ${width}: ${fault}`));
  }
  return faults;
}

const kindOf = (address: string) =>
  address.replace(/\?.*/, '').replace(/\/(?:320723-[-0-9A-Z]+|[0-9a-f-]{36}|\d+)(?=\/|$)/g, '/:id');

async function lookAt(
  page: Page,
  cookie: string | undefined,
  addresses: string[],
): Promise<{ looked: number; faults: string[] }> {
  const faults: string[] = [];
  let looked = 0;
  for (const address of addresses) {
    const answer = await fetch(base() + address, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    const html =
      answer.headers.get('content-type')?.startsWith('text/html') && answer.status !== 303 ? await answer.text() : '';
    const fresh = html !== '' && isNew(answer.status < 400 ? kindOf(address) : 'error', html);
    if (!fresh && address !== '/') continue;
    looked += 1;
    faults.push(...(await faultsOf(page, address)));
  }
  return { looked, faults };
}

test.each(Object.entries(roles))(
  '%s: no page violates accessibility rules or scrolls sideways, on desk and phone',
  async (_role, username) => {
    const agent = await site.as(username);
    // The cookie of the person's session, as their browser would hold it.
    const cookie = String(
      agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString(),
    );
    const page = await (await browser.createBrowserContext()).newPage();
    const [name = '', ...value] = cookie.split('=');
    await page.browserContext().setCookie({ name, value: value.join('='), domain: '127.0.0.1', path: '/' });
    const { looked, faults } = await lookAt(page, cookie, [
      ...(await openForms(username)),
      ...addressesOf(site).filter((address) => !address.startsWith('/public')),
    ]);
    await page.browserContext().close();
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(0);
  },
  limitMs,
);

test(
  'nobody: the public site and the sign-in, on desk and phone',
  async () => {
    const page = await (await browser.createBrowserContext()).newPage();
    const { looked, faults } = await lookAt(page, undefined, [
      '/sign-in',
      '/sign-in?why=kept',
      ...addressesOf(site).filter((address) => address.startsWith('/public')),
    ]);
    await page.browserContext().close();
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(4);
  },
  limitMs,
);

test('every act has had its form looked at, except those that no sample case is open to', () => {
  const looked = [...seen.keys()].flatMap((kind) => /\/acts\/([\w.]+)$/.exec(kind)?.[1] ?? []);
  expect(looked.length).toBeGreaterThan(20);
});
