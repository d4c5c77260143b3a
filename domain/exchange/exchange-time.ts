import { z } from 'zod';

/** A moment on the wire: ISO 8601 with an offset, e.g. 2026-11-24T09:30:00+08:00. */
export const exchangeTimeSchema = z.iso.datetime({ offset: true });

const chinaOffsetMs = 8 * 3_600_000;

/**
 * Writes a moment as Chinese local time with its offset, to the second.
 * China has one zone and no summer time, so the offset is fixed.
 */
export function toExchangeTime(at: Date): string {
  return `${new Date(at.getTime() + chinaOffsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** The Chinese calendar day of a moment as eight digits, e.g. 20261124. */
export function toExchangeDay(at: Date): string {
  return toExchangeTime(at).slice(0, 10).replaceAll('-', '');
}
