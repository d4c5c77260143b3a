const mostWords = 1000;

/** A body as JSON, also behind a byte order mark; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The title of a page for people; empty where it has none, undefined where the body is no page. */
export function pageOf(text: string): string | undefined {
  const head = afterPreamble(text.replace(/^\uFEFF/u, ''));
  if (
    !/^<(?:!doctype\s+html|html|head|body|script|style|link|form|meta|title|div|p|h[1-6]|center|table|span|font|iframe|frameset|br|a|img)\b/iu.test(
      head,
    )
  )
    return undefined;
  const title = /<title[^>]*>([\s\S]*?)<\/title>/iu.exec(head)?.[1];
  return title === undefined ? '' : plainWords(title).slice(0, 200);
}

/** What stands behind comments and a declaration of XML. */
function afterPreamble(text: string): string {
  for (let rest = text.trimStart(); ;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined;
    const at = end === undefined ? -1 : rest.indexOf(end);
    if (end === undefined || at < 0) return rest;
    rest = rest.slice(at + end.length).trimStart();
  }
}

/** Text as it can be kept and shown: without control characters, which a database refuses, on one line, bounded. */
export function plainWords(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')
      .trim()
      .slice(0, mostWords)
      // half of a character, sent so or cut so
      .replace(/\p{Cs}/gu, '')
  );
}

/** The name of a field as it is compared: platforms write one name in several ways. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[_-]/gu, '');
