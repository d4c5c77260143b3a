import type { ElementHandle, HTTPResponse, Page } from 'puppeteer';

/** A tab whose presses are counted: of a link, button, box or row; typing is none. */
export class Desk {
  presses = 0;
  constructor(readonly tab: Page) {}

  async press(target: string | ElementHandle): Promise<void> {
    await this.tab.bringToFront();
    // Words that come in beside the fields move what stands below them, and a press aims at where it stood.
    await this.tab.waitForSelector('form[aria-busy]', { hidden: true });
    const element = typeof target === 'string' ? await this.tab.waitForSelector(target, { visible: true }) : target;
    await element?.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await element?.click();
    this.presses += 1;
  }

  async go(target: string | ElementHandle): Promise<HTTPResponse | null> {
    const [answer] = await Promise.all([this.tab.waitForNavigation({ timeout: 120_000 }), this.press(target)]);
    return answer;
  }
}
