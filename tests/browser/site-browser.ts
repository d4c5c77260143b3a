import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer';
import { browserFlags } from '../../connectors/browser/find-browser';
import { demonstrationPassword } from '../../db/seeds/demonstration';
import { CountySite } from '../access/county-site';
import { seed } from '../database/registers/open-county';
import { builtStyles } from '../setup/built-styles';
import { press } from './county-browser';

/** What a person works at: each has its own session. */
export const devices = {
  phone: { width: 375, height: 667, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { width: 1280, height: 800 },
} as const;
export type Device = keyof typeof devices;

/** The web with a case in every stage in a real browser, without the engine: acts are judged and recorded at once. */
export class SiteBrowser {
  private readonly windows = new Map<string, Promise<BrowserContext>>();

  private constructor(
    readonly site: CountySite,
    readonly address: string,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  static async open(): Promise<SiteBrowser> {
    const styles = await builtStyles();
    const site = await CountySite.open({ performs: true });
    const server = await new Promise<Server>((resolve) => {
      const listening = express()
        .use('/assets', express.static(styles))
        .use(site.app)
        .listen(0, '127.0.0.1', () => resolve(listening));
    });
    const browser = await puppeteer.launch({
      executablePath: process.env.TEST_CHROMIUM_PATH,
      args: [...browserFlags, '--accept-lang=zh-CN'],
    });
    return new SiteBrowser(site, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, browser, server);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    await this.site.close();
  }

  /** A new tab of a person at one of their devices. */
  async tab(username: string, device: Device, path: string): Promise<Page> {
    const key = `${username} ${device}`;
    const window = this.windows.get(key) ?? this.signIn(username, device);
    this.windows.set(key, window);
    const page = await (await window).newPage();
    await page.setViewport(devices[device]);
    await page.goto(this.address + path, { waitUntil: 'domcontentloaded' });
    return page;
  }

  private async signIn(username: string, device: Device): Promise<BrowserContext> {
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(devices[device]);
    await page.goto(`${this.address}/sign-in`);
    await page.type('#username', username);
    await page.type('#password', demonstrationPassword(seed));
    await press(page, 'main form button');
    if (page.url().includes('/sign-in')) throw new Error(`${username} could not sign in`);
    await page.close();
    return context;
  }
}
