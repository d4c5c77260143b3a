import { randomUUID } from 'node:crypto';
import { findAct } from '../../domain/processes';

/** An answer that the system gave; nothing else is an answer. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** An act that the system said is done. */
export interface Acknowledged {
  act: string;
  caseId: string;
  submission: string;
}

/** What is written down of a client's acts: that one comes, and that it was acknowledged. */
export interface Diary {
  before(): void;
  acknowledged: Acknowledged[];
}

const patienceMs = 180_000;

/** The system could not answer, or says “later”. */
const later = (status: number) => status === 429 || status >= 500;
/** The same, and an act that was taken but is not done. */
const unfinished = (status: number) => status === 202 || later(status);

/** The system answered and said no; `code` is the rule that stands against it. */
export class RefusedError extends Error {
  readonly code: string;
  constructor(what: string, { status, body }: Answer) {
    super(`${what}: ${status} ${JSON.stringify(body)}`);
    this.code = String(body['code'] ?? status);
  }
}

/** A client that repeats what it does not know the outcome of, always under the same key, so that it survives restarts. */
export class CarefulClient {
  private token?: string;

  constructor(
    readonly username: string,
    private readonly base: string,
    private readonly password: string,
    private readonly diary: Diary = { before: () => undefined, acknowledged: [] },
  ) {}

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.until(() => this.call('GET', path));
    if (status !== 200) throw new RefusedError(`${this.username} GET ${path}`, { status, body });
    return body as T;
  }

  /** Fetches a file that is there. */
  async file(path: string): Promise<Buffer> {
    this.token ??= await this.signIn();
    const response = await fetch(this.base + path, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status !== 200)
      throw new RefusedError(`${this.username} GET ${path}`, { status: response.status, body: {} });
    return Buffer.from(await response.arrayBuffer());
  }

  /** Sends what is no act: a question, or an order that is the same when it is repeated. */
  async send<T>(path: string, content: unknown): Promise<T> {
    const { status, body } = await this.until(() => this.call('POST', path, content), later);
    if (status >= 300) throw new RefusedError(`${this.username} POST ${path}`, { status, body });
    return body as T;
  }

  /**
   * Does an act and returns its receipt.
   * @throws RefusedError
   */
  async act(
    act: string,
    caseId: string | undefined,
    input: Record<string, unknown>,
    key: string = randomUUID(),
  ): Promise<{ caseId: string; number: string; stage: string }> {
    const said = await this.withVersion(act, caseId, input);
    this.diary.before();
    const { status, body } = await this.until(() =>
      this.call('POST', `/api/v1/acts/${act}`, { case: caseId, input: said }, key),
    );
    // Whoever answers for what stands in a case has it before them first.
    if (status === 422 && body['code'] === 'ROW_NOT_OPENED') {
      await this.send(`/api/v1/cases/${caseId}/openings/${act}`, {});
      return this.act(act, caseId, input, key);
    }
    // The act became open between the look at the case and the attempt: the case tells its version now.
    if (status === 422 && said === input) {
      const seen = await this.withVersion(act, caseId, input);
      if (seen !== input) return this.act(act, caseId, seen, key);
    }
    if (status !== 200)
      throw new RefusedError(`${this.username} ${act} on ${caseId ?? 'a new case'}`, { status, body });
    const receipt = body as { caseId: string; number: string; stage: string };
    this.diary.acknowledged.push({ act, caseId: receipt.caseId, submission: key });
    return receipt;
  }

  /** An act that replaces something is about the version that stands when it is done, as the case itself tells. */
  private async withVersion(
    act: string,
    caseId: string | undefined,
    input: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    if (caseId === undefined || Object.hasOwn(input, 'version') || !findAct(act)?.act.replaces) return input;
    const { status, body } = await this.until(() => this.call('GET', `/api/v1/cases/${caseId}`));
    const version = status === 200 ? (body as { versions?: Record<string, number> }).versions?.[act] : undefined;
    return version === undefined ? input : { ...input, version };
  }

  private async until(call: () => Promise<Answer>, isOpen: (status: number) => boolean = unfinished): Promise<Answer> {
    const end = Date.now() + patienceMs;
    for (let pause = 200; ; pause = Math.min(pause * 2, 3000)) {
      try {
        const answer = await call();
        if (!isOpen(answer.status) || Date.now() > end) return answer;
      } catch (failure) {
        if (Date.now() > end) throw failure;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private async call(method: string, path: string, content?: unknown, key?: string): Promise<Answer> {
    this.token ??= await this.signIn();
    const response = await fetch(this.base + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: content === undefined ? undefined : JSON.stringify(content),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  private async signIn(): Promise<string> {
    const response = await fetch(`${this.base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: this.username, password: this.password }),
      signal: AbortSignal.timeout(30_000),
    });
    const body = (await response.json()) as { token?: string };
    if (!body.token) throw new Error(`${this.username} could not sign in: ${response.status} ${JSON.stringify(body)}`);
    return body.token;
  }
}
