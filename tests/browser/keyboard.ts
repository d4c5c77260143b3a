import type { HTTPResponse, Page } from 'puppeteer';

/** Somebody who has the keyboard alone: they come to a place by the tabulator, or not at all. */
export class Keyboard {
  constructor(readonly tab: Page) {}

  async to(selector: string): Promise<void> {
    await this.tab.bringToFront();
    for (let pressed = 0; pressed < 300; pressed += 1) {
      const there = await this.tab.evaluate((place) => document.activeElement?.matches(place) ?? false, selector);
      if (there) return;
      await this.tab.keyboard.press('Tab');
    }
    throw new Error(`the tabulator never comes to ${selector}`);
  }

  async press(selector: string, key: 'Enter' | 'Space'): Promise<void> {
    await this.to(selector);
    await this.tab.keyboard.press(key);
  }

  async go(selector: string): Promise<HTTPResponse | null> {
    await this.to(selector);
    const [answer] = await Promise.all([this.tab.waitForNavigation(), this.tab.keyboard.press('Enter')]);
    return answer;
  }
}
