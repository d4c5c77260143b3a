import type { Queryable } from './queryable';

interface Asked {
  text: string;
  values: unknown[];
  answer: Promise<unknown>;
  resolve(rows: unknown): void;
  reject(failure: unknown): void;
}

/**
 * A connection for questions that do not wait for one another: those asked in one turn go to the server as one statement,
 * the same question once. A question can only read: it stands inside a SELECT, where nothing that writes is allowed. Its
 * rows come as JSON says them: days and moments as text, numbers of any width as numbers.
 */
export function askedTogether(connection: Queryable): Queryable {
  let asked: Asked[] = [];

  async function send(): Promise<void> {
    const now = asked;
    asked = [];
    try {
      const { text, values } = oneStatement(now);
      const rows: Record<string, unknown>[] = await connection.query(text, values);
      now.forEach((question, place) => question.resolve(rows[0]?.[`q${place}`]));
    } catch (failure) {
      for (const question of now) question.reject(failure);
    }
  }

  function query(text: string, values: unknown[] = []): Promise<unknown> {
    const same = asked.find((other) => other.text === text && isSame(other.values, values));
    if (same) return same.answer;
    // After everything that is asked in this turn, and before anybody waits for the server.
    if (asked.length === 0) queueMicrotask(() => void send());
    const { promise, resolve, reject } = promised();
    asked.push({ text, values, answer: promise, resolve, reject });
    return promise;
  }
  return { query: query as Queryable['query'] };
}

function oneStatement(questions: Asked[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const columns = questions.map((question, place) => {
    const before = values.length;
    values.push(...question.values);
    const text = question.text.replace(/\$(\d+)/g, (_whole, number: string) => `$${before + Number(number)}`);
    return `(SELECT COALESCE(json_agg(q), '[]') FROM (${text}) q) AS q${place}`;
  });
  return { text: `SELECT ${columns.join(', ')}`, values };
}

function isSame(some: unknown[], others: unknown[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function promised() {
  let resolve: (rows: unknown) => void = () => undefined;
  let reject: (failure: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
