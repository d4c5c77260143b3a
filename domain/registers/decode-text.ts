import { Refusal } from '../refusal';

const lineFeed = 0x0a;

/**
 * The characters of a text file, decided over the whole of it: UTF-16 where its mark stands in front, else UTF-8, else GB18030.
 * @throws Refusal IMPORT_ENCODING with the first line that cannot be read
 */
export function decodeText(content: Uint8Array): string {
  const marked = utf16Of(content);
  const text = marked ? decode(marked, content) : (decode('utf-8', content) ?? decode('gb18030', content));
  if (text === undefined) throw new Refusal('IMPORT_ENCODING', { line: marked ? undefined : firstUnreadable(content) });
  return text;
}

/** Whether a file says in front that it is UTF-16, as spreadsheets save “Unicode text”. */
export const utf16Of = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;

function decode(label: string, content: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** In the encoding that reads more of its lines: a line feed is no part of another character in either. */
function firstUnreadable(content: Uint8Array): number {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= content.length;) {
    const end = content.indexOf(lineFeed, from);
    lines.push(content.subarray(from, end < 0 ? content.length : end));
    from = end < 0 ? content.length + 1 : end + 1;
  }
  const bad = ['utf-8', 'gb18030'].map((label) =>
    lines.flatMap((line, index) => (decode(label, line) === undefined ? [index + 1] : [])),
  );
  const [least] = bad.sort((one, other) => one.length - other.length);
  return least?.[0] ?? 1;
}
