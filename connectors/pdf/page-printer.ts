import type { ChildProcess } from 'node:child_process';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { launchBrowser } from '../browser/launch-browser';
import { DocumentError } from './document-error';
import { footRoom } from './foot-room';
import { placesOfMarks, withoutMarks } from './place-marks';

export interface PrintJob {
  title: string;
  /** Font faces as CSS. A page keeps its fonts for the next job with the same faces: loading them costs as much as a paper. */
  faces: string;
  /** Every other style sheet. */
  styles: string;
  /** The papers' markup. */
  content: string;
  /** What has to be placed by where the pages end: the signature, and what stands at the foot of the last page. */
  placed?: boolean;
  /** Answers for addresses under `assetBase`; everything else is refused. */
  asset(name: string): Buffer | undefined;
}

export interface PrinterOptions {
  browserPath: string;
  sandbox?: boolean;
  /** Time for one print, from its start on a page to its last byte. */
  printTimeoutMs: number;
  launchTimeoutMs: number;
}

/** A page at rest and the font faces it holds. */
interface IdlePage {
  page: Page;
  faces: string;
}

/** A name that no resolver knows (RFC 2606), so that even a leak would find nobody. */
const origin = 'https://documents.invalid/';
export const assetBase = `${origin}assets/`;

/** The second wall after interception: no script, no frame, no address but ours. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${origin}; img-src data:`;

function documentOf({ title, faces, styles, content }: PrintJob): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${faces}</style><style>${styles}</style></head><body>${content}</body></html>`;
}

function answer(request: HTTPRequest, job: PrintJob): Promise<void> {
  const url = request.url();
  if (url === origin && request.isNavigationRequest()) {
    return request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: documentOf(job),
    });
  }
  const asset = url.startsWith(assetBase) ? job.asset(decodeURIComponent(url.slice(assetBase.length))) : undefined;
  if (asset) return request.respond({ contentType: 'application/octet-stream', body: asset });
  return request.abort('blockedbyclient');
}

async function openPage(browser: Browser, timeoutMs: number): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  return page;
}

/** Puts a job on a page that holds its fonts already; false where the page is not, or no longer, one of ours. */
function exchange(page: Page, { title, styles, content }: PrintJob): Promise<boolean> {
  return page.evaluate(
    (ours, newTitle, newStyles, newContent) => {
      if (document.URL !== ours) return false;
      document.title = newTitle;
      document.head.lastElementChild?.replaceChildren(newStyles);
      document.body.innerHTML = newContent;
      // Laying it out asks for the faces that no paper needed before.
      document.body.getBoundingClientRect();
      return Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))).then(() => true);
    },
    origin,
    title,
    styles,
    content,
  );
}

function pdfOf(page: Page, timeoutMs: number): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: false,
    outline: false,
    waitForFonts: false,
    timeout: timeoutMs,
  });
}

/** Runs in the page: `.foot` ends the paper at the foot of its last page. */
function setFoot(points: number): void {
  const foot = document.querySelector<HTMLElement>('.foot');
  if (foot) foot.style.paddingTop = `${points}pt`;
}

/** Runs in the page: lines closer to each other, or as they are. */
function setTight(tight: boolean): void {
  document.querySelector('.paper')?.classList.toggle('tight', tight);
}

/**
 * A paper whose pages are known: its lines come closer where that saves the signature a page of its own (GB/T 9704-2012 7.3.5.5),
 * and what ends it stands at the foot. Printed as often as it takes to know.
 */
async function placedPdf(page: Page, timeoutMs: number): Promise<Uint8Array> {
  let pdf = await pdfOf(page, timeoutMs);
  let places = await placesOfMarks(pdf);
  const signed = places.get('signature')?.page ?? 0;
  if (signed > 0) {
    await page.evaluate(setTight, true);
    const closer = await pdfOf(page, timeoutMs);
    const closerPlaces = await placesOfMarks(closer);
    if ((closerPlaces.get('signature')?.page ?? signed) < signed) [pdf, places] = [closer, closerPlaces];
    else await page.evaluate(setTight, false);
  }
  const room = footRoom(places.get('foot'));
  if (room > 0) {
    await page.evaluate(setFoot, room);
    pdf = await pdfOf(page, timeoutMs);
  }
  return withoutMarks(pdf);
}

async function printOn(page: Page, job: PrintJob, keepsFonts: boolean, timeoutMs: number): Promise<Uint8Array> {
  const answering = (request: HTTPRequest) => {
    // A request that its page no longer waits for cannot be answered, and needs no answer.
    answer(request, job).catch(() => undefined);
  };
  page.on('request', answering);
  try {
    if (!(keepsFonts && (await exchange(page, job))))
      await page.goto(origin, { waitUntil: 'load', timeout: timeoutMs });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await (job.placed ? placedPdf(page, timeoutMs) : pdfOf(page, timeoutMs));
  } finally {
    page.off('request', answering);
  }
}

/** One Chromium with at most two pages at work; it is started when first needed and again when it has died. */
export class PagePrinter {
  private browser: Promise<Browser> | undefined;
  private child: ChildProcess | undefined;
  private idle: IdlePage[] = [];
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  private closed = false;

  constructor(private readonly options: PrinterOptions) {}

  /** Throws DocumentError: DOCUMENT_TIMED_OUT, DOCUMENT_BROWSER_FAILED, DOCUMENT_RENDERER_CLOSED. */
  async print(job: PrintJob): Promise<Uint8Array> {
    await this.enter();
    try {
      return await this.attempt(job, true);
    } finally {
      this.leave();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const browser = await this.browser?.catch(() => undefined);
    await browser?.close();
  }

  /** The browser's process while one runs, for those who watch over memory and life. */
  process(): ChildProcess | undefined {
    return this.child;
  }

  private async attempt(job: PrintJob, again: boolean): Promise<Uint8Array> {
    if (this.closed)
      throw new DocumentError(
        'DOCUMENT_RENDERER_CLOSED',
        'The document renderer is closed, so nothing was printed. Ask again after the next start.',
      );
    const browser = await this.open();
    const known = this.idle.pop();
    const page = known?.page ?? (await openPage(browser, this.options.printTimeoutMs).catch(() => undefined));
    try {
      if (!page) throw new Error('the browser opened no page');
      const pdf = await this.withinTime(printOn(page, job, known?.faces === job.faces, this.options.printTimeoutMs));
      if (browser.connected) this.idle.push({ page, faces: job.faces });
      return pdf;
    } catch (error) {
      // A page that failed once may be stuck; it is never used again.
      page?.close().catch(() => undefined);
      if (error instanceof DocumentError) throw error;
      if (again && !browser.connected) return this.attempt(job, false);
      throw this.failure(error);
    }
  }

  private failure(error: unknown): DocumentError {
    if (error instanceof Error && error.name === 'TimeoutError') return this.timedOut();
    const said = error instanceof Error ? error.message : String(error);
    return new DocumentError(
      'DOCUMENT_BROWSER_FAILED',
      `The browser could not print (${said}), so no paper was made. Try again; if it stays so, check CHROMIUM_PATH.`,
      {},
      { cause: error },
    );
  }

  private timedOut(): DocumentError {
    const { printTimeoutMs } = this.options;
    return new DocumentError(
      'DOCUMENT_TIMED_OUT',
      `Printing took longer than ${printTimeoutMs} ms and was given up. Try again, or allow more time.`,
      { printTimeoutMs },
    );
  }

  private async withinTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.timedOut()), this.options.printTimeoutMs);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  private open(): Promise<Browser> {
    this.browser ??= this.launch();
    return this.browser;
  }

  private async launch(): Promise<Browser> {
    const { browserPath, sandbox, launchTimeoutMs } = this.options;
    try {
      const browser = await launchBrowser({ browserPath, sandbox, timeoutMs: launchTimeoutMs });
      this.child = browser.process() ?? undefined;
      browser.once('disconnected', () => this.forget());
      return browser;
    } catch (error) {
      this.forget();
      throw this.failure(error);
    }
  }

  private forget(): void {
    this.browser = undefined;
    this.child = undefined;
    this.idle = [];
  }

  private async enter(): Promise<void> {
    if (this.working < 2) {
      this.working += 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.working -= 1;
  }
}
