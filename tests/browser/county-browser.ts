import puppeteer, { type Browser, type BrowserContext, type HTTPResponse, type Page } from 'puppeteer';
import { browserFlags } from '../../connectors/browser/find-browser';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { seed } from '../database/registers/open-county';
import { CountyEngine, type CountyOptions } from '../engine/lifecycle/county-engine';
import { openWeb } from '../engine/story/county-web';
import { builtStyles } from '../setup/built-styles';

/** A small county whose cases really run, its web, and a real browser with one window for each person. */
export class CountyBrowser {
  private readonly windows = new Map<string, Promise<BrowserContext>>();

  private constructor(
    readonly county: CountyEngine,
    readonly address: string,
    private readonly browser: Browser,
    private readonly closing: () => Promise<void>,
  ) {}

  static async open(options: CountyOptions & { patienceMs?: () => number } = {}): Promise<CountyBrowser> {
    const styles = await builtStyles();
    const county = await CountyEngine.open(options);
    const web = await openWeb(county, { patienceMs: options.patienceMs, styles });
    const browser = await puppeteer.launch({
      executablePath: process.env.TEST_CHROMIUM_PATH,
      args: [...browserFlags, '--accept-lang=zh-CN'],
    });
    return new CountyBrowser(county, web.address, browser, async () => {
      await browser.close();
      await web.close();
      await county.close();
    });
  }

  close(): Promise<void> {
    return this.closing();
  }

  /** A new tab of a person who is signed in, on a page. */
  async tab(username: string, path: string, { script = true } = {}): Promise<Page> {
    const window = this.windows.get(username) ?? this.signIn(username);
    this.windows.set(username, window);
    const page = await (await window).newPage();
    await page.setJavaScriptEnabled(script);
    await page.goto(this.address + path);
    return page;
  }

  /** A window of its own, in which nobody is signed in. */
  async stranger(path: string): Promise<Page> {
    const page = await (await this.browser.createBrowserContext()).newPage();
    await page.goto(this.address + path);
    return page;
  }

  /** Fills in the sign-in page that a tab stands on. */
  async signInOn(page: Page, username: string): Promise<HTTPResponse | null> {
    await page.type('#username', username);
    await page.type('#password', demonstrationPassword(seed));
    return press(page, 'main form button');
  }

  /** Ends the session of a tab's window, as time does. */
  async expire(page: Page): Promise<void> {
    const cookies = await page.browserContext().cookies();
    await page.browserContext().deleteCookie(...cookies);
  }

  private async signIn(username: string): Promise<BrowserContext> {
    const page = await this.stranger('/sign-in');
    await this.signInOn(page, username);
    if (page.url().includes('/sign-in')) throw new Error(`${username} could not sign in`);
    const context = page.browserContext();
    await page.close();
    return context;
  }
}

/** Presses a button and waits for the page that it leads to. */
export async function press(page: Page, selector: string): Promise<HTTPResponse | null> {
  // A tab behind another one is not drawn, and what is not drawn cannot be pressed.
  await page.bringToFront();
  // Nobody presses what the bar at the foot of a narrow page covers: they scroll first.
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const [answer] = await Promise.all([page.waitForNavigation(), page.click(selector)]);
  return answer;
}

/** The filled button of an act's form. */
export const submit = 'form.app-form .govuk-button-group button:not([name])';
export const saveDraft = 'button[name="_draftCommand"][value="save"]';
export const discardDraft = 'button[name="_draftCommand"][value="discard"]';

export const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');
export const valueOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLTextAreaElement).value);

/** Puts words into a field in the place of what stands there. */
export async function fill(page: Page, selector: string, words: string): Promise<void> {
  await page.$eval(selector, (element) => ((element as HTMLTextAreaElement).value = ''));
  await page.type(selector, words);
}
