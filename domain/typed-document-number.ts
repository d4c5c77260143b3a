import { normalForm } from './text/normal-form';

/** 发文字号 as somebody typed it. */
export interface TypedDocumentNumber {
  /** The unit's mark and the series, or an end of them, in normal form; empty where only year and serial were typed. */
  mark: string;
  year?: number;
  serial: number;
}

const shape = /^(?<mark>[^\d()]*?)(?:\(?(?<year>20\d\d)\)?年?)?(?:第)?(?<serial>\d{1,6})号?$/u;

/**
 * Reads 发文字号 in whatever brackets, width and zeros it was typed: `赣市监函〔2026〕7号`, `函2026 07`, `函[2026]7`.
 * Nothing for a text that is none; a bare number is none either.
 */
export function typedDocumentNumber(text: string): TypedDocumentNumber | undefined {
  const form = normalForm(text);
  const { mark = '', year, serial } = shape.exec(form)?.groups ?? {};
  if (serial === undefined) return undefined;
  if (mark === '' && (year === undefined || !/[()号]/u.test(form))) return undefined;
  return { mark: mark.replace(/第$/u, ''), ...(year ? { year: Number(year) } : {}), serial: Number(serial) };
}
