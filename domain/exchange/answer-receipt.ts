import { plainName } from './answer-body';
import type { Receipt } from './message';

/** Names under which platforms give the number of a receipt; compared without case, underscore and hyphen. */
const numberNames =
  /^(?:receipt(?:no|number|num|id|code)?|receiptserial|ack(?:no|number|id)|accept(?:no|number|id)|serial(?:no|number)?|hzbh|hzh|hzdh|slbh|slh|lsh|回执(?:号|编号|单号)?|受理(?:号|编号)|流水号)$/u;
const timeNames =
  /^(?:received?at|receivedtime|receivetime|receipttime|accepttime|acceptedat|createtime|time|timestamp|sj|接收时间|受理时间)$/u;
const deepest = 4;

/**
 * Number and moment of a receipt wherever a parsed body has them; null for what it does not give under a name that we know.
 * A moment without an offset is Chinese time.
 */
export function receiptOf(body: unknown): Omit<Receipt, 'alreadyReceived'> {
  return {
    receiptNo: find(body, numberNames, asNumber, 0) ?? null,
    receivedAt: find(body, timeNames, asMoment, 0) ?? null,
  };
}

function find(
  value: unknown,
  names: RegExp,
  read: (value: unknown) => string | undefined,
  depth: number,
): string | undefined {
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  const entries = Object.entries(value);
  for (const [name, entry] of entries) {
    const found = names.test(plainName(name)) ? read(entry) : undefined;
    if (found !== undefined) return found;
  }
  for (const [, entry] of entries) {
    const found = find(entry, names, read, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asNumber(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && /^(?=.*\S)\P{Cc}{1,100}$/u.test(value) ? value.trim() : undefined;
}

function asMoment(value: unknown): string | undefined {
  if (typeof value === 'number') {
    const ms = value < 1e11 ? value * 1000 : value;
    return ms > 0 && ms < 4e12 ? new Date(ms).toISOString() : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const local = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?$/u.exec(value.trim());
  const text = local ? `${local[1]}-${local[2]}-${local[3]}T${local[4]}+08:00` : value.trim();
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
