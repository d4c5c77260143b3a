import type { ServerResponse } from 'node:http';

/** Answers with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}

/** Answers, and then says the same again on the same connection, as a broken gateway does. */
export function answerTwice(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  const socket = response.socket;
  const head = `HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
  socket?.write(head + text + head + text);
  socket?.end();
}
