import { paths } from '../../../api/paths';

/** The back office of a running system for one signed-in person: pages are opened and their forms are sent. */
export class FormDesk {
  private cookie = '';

  constructor(private readonly baseUrl: string) {}

  /** @throws Error where the sign-in page does not let the person in */
  async signIn(username: string, password: string): Promise<void> {
    const html = await this.get(paths.signIn);
    const fields = new URLSearchParams({ _csrf: hiddenFields(html).get('_csrf') ?? '', username, password });
    const answer = await this.ask(paths.signIn, fields);
    if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
  }

  /** @throws Error for any answer but a page */
  async get(address: string): Promise<string> {
    const answer = await this.ask(address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return answer.text();
  }

  /**
   * A page as it came: milliseconds from asking to the first byte of the page itself, and its bytes of HTML.
   * @throws Error for any answer but a page
   */
  async come(address: string): Promise<{ firstByte: number; bytes: number }> {
    const began = performance.now();
    // Unpacked: what is weighed is the page.
    const answer = await this.ask(address, undefined, { 'accept-encoding': 'identity' });
    if (answer.status !== 200 || !answer.body) throw new Error(`${address} answered ${answer.status}`);
    let [firstByte, bytes] = [0, 0];
    for await (const part of answer.body) {
      firstByte ||= performance.now() - began;
      bytes += (part as Uint8Array).length;
    }
    return { firstByte, bytes };
  }

  /** Sends a form and reads the whole page that it led to. */
  async post(address: string, fields: URLSearchParams): Promise<{ status: number; html: string }> {
    const answer = await this.ask(address, fields);
    return { status: answer.status, html: await answer.text() };
  }

  private async ask(address: string, body?: URLSearchParams, more: Record<string, string> = {}): Promise<Response> {
    const method = body ? 'POST' : 'GET';
    const headers = { ...more, cookie: this.cookie };
    const answer = await fetch(this.baseUrl + address, { method, body, headers, redirect: 'manual' });
    const [given] = answer.headers.getSetCookie();
    if (given) this.cookie = given.split(';')[0] ?? '';
    return answer;
  }
}

const inputs = /<input type="hidden" name="([^"]+)" value="([^"]*)">/gu;

/** What the hidden fields of a page hold. */
export function hiddenFields(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(inputs)].map(([, name = '', value = '']) => [name, value.replaceAll('&#x3D;', '=')]),
  );
}
