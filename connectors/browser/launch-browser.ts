import puppeteer, { type Browser } from 'puppeteer';

export interface BrowserLaunch {
  /** Executable of a Chromium of version 131 or later (page margin boxes). */
  browserPath: string;
  /** Off only where the kernel gives none, as for root in a container; by default on unless the process is root. */
  sandbox?: boolean;
  timeoutMs: number;
}

/** Port 9 (discard) answers nobody: what slips past interception ends here, loopback included. */
const deadProxy = ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'];

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--font-render-hinting=none',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/**
 * Starts a Chromium that reaches no network at all; pages get only what request interception gives them.
 * Throws what the browser said when it does not start within `timeoutMs`.
 */
export function launchBrowser({
  browserPath,
  sandbox = process.getuid?.() !== 0,
  timeoutMs,
}: BrowserLaunch): Promise<Browser> {
  const args = [...quiet, ...deadProxy, ...(sandbox ? [] : ['--no-sandbox'])];
  return puppeteer.launch({
    executablePath: browserPath,
    headless: 'shell',
    args,
    timeout: timeoutMs,
    // A pipe closes with its owner: after kill -9 of the worker the browser ends, too.
    pipe: true,
    // The composition root decides when to stop; a browser that ends at Ctrl-C would break the form being printed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
