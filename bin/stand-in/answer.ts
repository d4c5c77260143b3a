import type { ServerResponse } from 'node:http';
import { encode } from 'iconv-lite';

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

/** Answers with JSON in the encoding of an older system, and says nothing of it in the header. */
export function answerInGbk(response: ServerResponse, status: number, body: unknown): void {
  const bytes = encode(JSON.stringify(body), 'gbk');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(bytes.byteLength) });
  response.end(bytes);
}

/** Answers with a page for people, as a gateway does that wants somebody to sign in. */
export function answerSignInPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    '<!DOCTYPE html><html><head><title>统一身份认证平台</title></head><body><form action="/login"><input name="user"><input name="password" type="password"></form></body></html>',
  );
}
