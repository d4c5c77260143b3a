import { mkdirSync } from 'node:fs';
import type { CountyBrowser } from './county-browser';
import { Desk } from './desk';

/** Where pictures of the pages go, for whoever wants to look at them. */
export const pictures = process.env['PICTURES'];

/** A desk at which lists of many are worked on. */
export class ManyDesk extends Desk {
  static async of(
    site: CountyBrowser,
    username: string,
    path: string,
    options?: { script: boolean },
  ): Promise<ManyDesk> {
    const tab = await site.tab(username, path, options);
    await tab.setViewport({ width: 1280, height: 900 });
    return new ManyDesk(tab);
  }

  /** Opens every row that is to be read first, each in its place, and gives their numbers. */
  async openAll(): Promise<string[]> {
    const numbers = await this.tab.$$eval('[data-many-row]:has(input[data-many-tick]:disabled)', (rows) =>
      rows.map((row) => row.getAttribute('data-many-row') ?? ''),
    );
    for (const one of numbers) {
      await this.press(`#row-${one} [data-many-open]`);
      await this.tab.waitForSelector(`#row-${one} .app-many__contents`);
    }
    return numbers;
  }

  /** Follows what bears these words where a person sees them; of several the first that has all of them. */
  async goByWords(...words: string[]): Promise<void> {
    for (const found of await this.tab.$$('a, button')) {
      const said = (await found.isVisible()) ? await found.evaluate((one) => (one as HTMLElement).innerText) : '';
      if (words.every((word) => said.includes(word))) return void (await this.go(found));
    }
    throw new Error(`Nothing on ${this.tab.url()} says ${words.join(' ')}`);
  }

  text(): Promise<string> {
    return this.tab.$eval('main', (main) => main.textContent ?? '');
  }

  count(selector: string): Promise<number> {
    return this.tab.$$eval(selector, (found) => found.length);
  }

  async picture(name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    for (const width of [1280, 375]) {
      await this.tab.setViewport({ width, height: 1200 });
      await this.tab.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await this.tab.screenshot({ path: `${pictures}/${name}-${width}.png` });
    }
    await this.tab.setViewport({ width: 1280, height: 900 });
    // What is pressed next stands where it will be.
    await this.tab.waitForFunction(() => window.innerWidth === 1280);
  }
}
