import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { capacityFor, type Person } from '../../api/person';
import { browserFlags } from '../../connectors/browser/find-browser';
import { paths, type PathName } from '../../api/paths';
import { processes } from '../../domain/processes';
import { addressesOf, roles } from '../access/addresses';
import { CountySite } from '../access/county-site';
import { builtStyles } from '../setup/built-styles';
import { astrayIn } from './astray-in';
import { fillCounty, type EveryPage } from './every-page';
import { routeOf } from './route-of';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

const widths = [1280, 360];
const limitMs = 600_000;

let site: CountySite;
let more: EveryPage;
let server: Server;
let browser: Browser;
let axe: string;
/** What has been looked at: a page whose every element was seen on another page of the same kind is not looked at again by axe. */
const seen = new Map<string, Set<string>>();
/** What each kind of page has in the middle, whoever reads it: the same is measured once. */
const measured = new Set<string>();
/** Routes that answered with a page that was looked at. */
const covered = new Set<PathName>();

beforeAll(async () => {
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const styles = await builtStyles();
  site = await CountySite.open();
  more = await fillCounty(site);
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

/** An attribute as far as it makes an element another kind: that it names, not what; names are asked of each element apart. */
const kindOfAttribute = (attribute: string) =>
  attribute.replace(/^(aria-(?:label|labelledby|describedby|controls))="[^"]+"$/, '$1="…"');

/** The kinds of elements of a page, by tag, classes and role. */
function elementsOf(html: string): string[] {
  return [
    ...new Set(
      [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g)].map(([, tag, rest = '']) =>
        [tag, ...(rest.match(/(?:class|role|type|aria-[a-z]+)="[^"]{0,60}"/g) ?? []).map(kindOfAttribute)].join(' '),
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
        const state = [...site.cases, ...more.cases].find(
          (candidate) =>
            candidate.id.startsWith(`${process.kind}/`) && !capacityFor(person, process, act, candidate).obstacle,
        );
        return state ? [`/cases/${state.id}/acts/${act.name}`] : [];
      }),
  );
}

/** What is wrong with a page at both widths: names that are missing, buttons that do nothing, whatever makes it scroll sideways. */
async function faultsOf(page: Page, address: string, { deep }: { deep: boolean }): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewport({ width: widths[0] ?? 0, height: 900 });
  await page.goto(base() + address);
  if (deep) await page.evaluate(axe);
  faults.push(...(await page.evaluate(silentParts)));
  for (const width of widths) {
    if (width !== widths[0]) await page.setViewport({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) faults.push(`at ${width}: ${overflow} pixels too wide`);
    if (deep) faults.push(...(await page.evaluate(violations)).map((fault) => `at ${width}: ${fault}`));
  }
  return faults.map((fault) => `${address}: ${fault}`);
}

/** In the page: fields and links that have no name, and buttons that belong to no form. */
function silentParts(): string[] {
  const faults: string[] = [];
  const words = (element: Element | null | undefined) => (element?.textContent ?? '').trim();
  const named = (element: Element) =>
    (element.getAttribute('aria-label') ?? '').trim() !== '' ||
    (element.getAttribute('aria-labelledby') ?? '').split(' ').some((id) => words(document.getElementById(id)) !== '');
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select, textarea'))
    if (!named(field) && ![...(field.labels ?? [])].some((label) => words(label) !== ''))
      faults.push(`the field “${field.name || field.id}” has no label`);
  for (const link of document.querySelectorAll('a[href], button:not([aria-hidden="true"])'))
    if (!named(link) && words(link) === '' && !link.querySelector('img[alt]:not([alt=""])'))
      faults.push(`nothing is said by ${link.outerHTML.slice(0, 140)}`);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[type="submit"]'))
    if (!button.form) faults.push(`“${words(button)}” belongs to no form and does nothing`);
  return faults;
}

/** In the page, where axe is: what it has against it. */
async function violations(): Promise<string[]> {
  const { violations: found } = await (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 140))
        .slice(0, 3)
        .join(' … ')}`,
  );
}

/** What is told apart as a kind of page: the route, and on it the act or the kind of case. */
const kindOf = (address: string) =>
  address.replace(/\?.*/, '').replace(/\/(?:320723-[-0-9A-Z]+|[0-9a-f-]{36}|\d+)(?=\/|$)/g, '/:id');

/** What the page itself says, without what names a session or a sending, and whatever its figures are. */
const middleOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|name="_csrf" value="[^"]*"/g, '')
    .replace(/\d+/g, '0');

/** How an address may answer, whoever asks: with its page, or with a clear no. */
const answers = [200, 202, 303, 400, 403, 404, 409];

/**
 * Looks at all that a person can open: each page answers and names each place once. The first page of each route is measured for everybody, unless it says just what another
 * reader's did; axe, which takes longer, looks at whatever has an element that its kind did not have yet.
 */
async function lookAt(page: Page, cookie: string | undefined, wanted: string[]): Promise<string[]> {
  const faults: string[] = [];
  const routes = new Set<string>();
  const addresses = [...new Set(wanted)];
  const answerTo = async (address: string) => {
    const answer = await fetch(base() + address, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') && answer.status !== 303;
    return { status: answer.status, html: isPage ? await answer.text() : '' };
  };
  let next = answerTo(addresses[0] ?? '/');
  for (const [place, address] of addresses.entries()) {
    const answer = await next;
    const { html } = answer;
    // While one page is looked at, the next is made.
    next = answerTo(addresses[place + 1] ?? '/sign-in');
    if (!answers.includes(answer.status)) faults.push(`${address}: ${answer.status}`);
    if (answer.status === 200) faults.push(...astrayIn(html).map((place) => `${address}: ${place}`));
    if (html === '') continue;
    const kind = answer.status < 400 ? kindOf(address) : 'error';
    const deep = isNew(kind, html);
    const says = `${kind} ${middleOf(html)}`;
    const route = answer.status === 200 ? routeOf(address) : undefined;
    const isFirst = !routes.has(route ?? 'error') && !measured.has(says);
    if (route) covered.add(route);
    routes.add(route ?? 'error');
    if (!deep && !isFirst && address !== '/') continue;
    measured.add(says);
    faults.push(...(await faultsOf(page, address, { deep })));
  }
  await next;
  return faults;
}

const isPublic = (address: string) => /^\/public(?:\/|$)/.test(address);
const backOffice = () => [...more.addresses, ...addressesOf(site)].filter((address) => !isPublic(address));

/** Beside one of every capacity those whom acts wait for that none of these may do. */
const further: [string, () => string][] = [
  ['participantLiaison', () => 'wjw-liaison'],
  ['secondOfficer', () => more.secondOfficer],
];

async function tabOf(username: string): Promise<{ page: Page; cookie: string }> {
  const agent = await site.as(username);
  // The cookie of the person's session, as their browser would hold it.
  const cookie = String(
    agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString(),
  );
  const page = await (await browser.createBrowserContext()).newPage();
  const [name = '', ...value] = cookie.split('=');
  await page.browserContext().setCookie({ name, value: value.join('='), domain: '127.0.0.1', path: '/' });
  return { page, cookie };
}

test.each(Object.entries(roles))(
  '%s: every page answers, none fails, violates accessibility rules or scrolls sideways, on desk and phone',
  async (_role, username) => {
    const { page, cookie } = await tabOf(username);
    const faults = await lookAt(page, cookie, [...(await openForms(username)), ...backOffice()]);
    await page.browserContext().close();
    expect(faults).toEqual([]);
  },
  limitMs,
);

test.each(further)(
  '%s: the forms of acts that nobody else may do, on desk and phone',
  async (_role, username) => {
    const { page, cookie } = await tabOf(username());
    const faults = await lookAt(page, cookie, await openForms(username()));
    await page.browserContext().close();
    expect(faults).toEqual([]);
  },
  limitMs,
);

test(
  'nobody: the public site and the sign-in, on desk and phone',
  async () => {
    const page = await (await browser.createBrowserContext()).newPage();
    const faults = await lookAt(page, undefined, [
      '/sign-in',
      '/sign-in?why=kept',
      ...[...addressesOf(site), ...more.addresses].filter(isPublic),
    ]);
    await page.browserContext().close();
    expect(faults).toEqual([]);
  },
  limitMs,
);

/** Routes that are no pages: what is sent, what leads on, downloads, and what is for programs. */
const noPages: PathName[] = [
  'accountPassword',
  'accountTokenEnd',
  'api',
  'assets',
  'bundle',
  'caseHistory',
  'claim',
  'connectorAct',
  'density',
  'document',
  'documentAgain',
  'endSession',
  'extendSession',
  'faultRetry',
  'faultSettle',
  'file',
  'files',
  'health',
  'inspectorsAnnotated',
  'inspectorsReport',
  'inspectorsTemplate',
  'jointCheckNew',
  'language',
  'objectsAnnotated',
  'objectsReport',
  'objectsTemplate',
  'openapi',
  'ownMail',
  'print',
  'publicBundle',
  'publicFeed',
  'publicHome',
  'robots',
  'scopeForecast',
  'signOut',
  'straysSeen',
  'upload',
  'uploads',
];
/** Pages that need an engine which is slow to answer: tests/browser/forms-sending.test.ts stands on them. */
const elsewhere: PathName[] = ['actPending'];

test('every route that is a page has been looked at, and the list of those that are none is true', () => {
  const left = (Object.keys(paths) as PathName[]).filter((name) => !covered.has(name));
  expect(left.sort()).toEqual([...noPages, ...elsewhere].sort());
});

test('every act that somebody may do has had its form looked at', () => {
  const looked = [...seen.keys()].flatMap((kind) => /\/acts\/([\w.]+)$/.exec(kind)?.[1] ?? []);
  const acts = Object.values(processes).flatMap((process) => process.acts.filter((act) => !act.byClock && !act.opens));
  expect(acts.map(({ name }) => name).filter((name) => !looked.includes(name))).toEqual([]);
});
