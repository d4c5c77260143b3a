/** Entries of a dictionary by name: strings as bytes, names, numbers and words as they stand; what is nested is left out. */
export type PdfEntries = Record<string, Buffer | string | undefined>;

/** The dictionary by which a PDF is locked, and the first of its two identifiers; nothing where it has none that can be read. */
export function pdfEntries(content: Buffer): { encrypt?: PdfEntries; id?: Buffer } {
  const text = content.toString('latin1');
  const named = [...text.matchAll(/\/Encrypt\s*(?:(\d{1,10})\s+(\d{1,5})\s+R\b|(?=<<))/g)].at(-1);
  if (!named) return {};
  const [, number, generation] = named;
  const at =
    number === undefined
      ? named.index + named[0].length
      : text.search(new RegExp(`(?<![0-9])${number}\\s+${generation}\\s+obj\\b`));
  const begins = at < 0 ? -1 : text.indexOf('<<', at);
  const ids = /\/ID\s*\[\s*/g;
  const id = [...text.matchAll(ids)].at(-1);
  return {
    ...(begins >= 0 && { encrypt: entriesAt(text, begins + 2) }),
    ...(id && { id: stringAt(text, id.index + id[0].length)?.value }),
  };
}

function entriesAt(text: string, from: number): PdfEntries {
  const entries: PdfEntries = {};
  const mark = /\s*(?:(>>)|(<<)|\/([^\s/<>[\]()]+)|([^\s/<>[\]()]+)|([[\]]))/y;
  let [at, depth] = [from, 0];
  let name: string | undefined;
  const put = (value: Buffer | string) => {
    if (depth === 0 && name !== undefined) entries[name] ??= value;
    name = undefined;
  };
  while (at < text.length) {
    at += /\s*/y.exec(text.slice(at, at + 100))?.[0].length ?? 0;
    const string = text.startsWith('<<', at) ? undefined : stringAt(text, at);
    if (string) {
      put(string.value);
      at = string.end;
      continue;
    }
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) return entries;
    at = mark.lastIndex;
    const [, ends, begins, said, word] = found;
    if (ends && depth === 0) return entries;
    if (begins || ends) {
      depth += begins ? 1 : -1;
      name = undefined;
    } else if (said === undefined) {
      if (word !== undefined) put(word);
    } else if (name === undefined) name = said;
    else put(said);
  }
  return entries;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string at this place, in brackets or as hexadecimal digits. */
function stringAt(text: string, at: number): { value: Buffer; end: number } | undefined {
  if (text[at] === '<') {
    const end = text.indexOf('>', at);
    const digits = text.slice(at + 1, end < 0 ? at : end).replace(/\s/g, '');
    if (end < 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined;
    return { value: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), end: end + 1 };
  }
  if (text[at] !== '(') return undefined;
  let [value, depth, place] = ['', 1, at + 1];
  for (; place < text.length && depth > 0; place += 1) {
    const sign = text[place] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(place + 1, place + 4))?.[0];
      const next = text[place + 1] ?? '';
      if (octal) value += String.fromCharCode(parseInt(octal, 8) & 255);
      else if (next !== '\r' && next !== '\n') value += escapes[next] ?? next;
      place += octal ? octal.length : next === '\r' && text[place + 2] === '\n' ? 2 : 1;
      continue;
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    // A line end written as two signs is one.
    if (depth > 0 && !(sign === '\r' && text[place + 1] === '\n')) value += sign === '\r' ? '\n' : sign;
  }
  return { value: Buffer.from(value, 'latin1'), end: place };
}
