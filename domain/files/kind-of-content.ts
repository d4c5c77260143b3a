import { fileKinds, type FileKindName } from './file-kinds';
import { namesInZip } from './names-in-zip';

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const videoBrands = /^(?:isom|iso\d|mp4\d|avc1|M4V|qt)/;
/** Another kind of still picture in the same container, which offices cannot open. */
const avifBrands = ['avif', 'avis'];

const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * The kind of a file, judged by its content. The ending of its name counts only where one container holds several kinds
 * and the content does not say which.
 * @param ending of the name, in small letters without its dot
 * @returns nothing for what is not taken
 */
export function kindOfContent(content: Uint8Array, ending: string): FileKindName | undefined {
  if (begins(content, '%PDF-', blanksBefore(content))) return 'pdf';
  if (begins(content, '\xff\xd8\xff')) return 'jpeg';
  if (begins(content, '\x89PNG\r\n\x1a\n')) return 'png';
  if (begins(content, 'RIFF') && begins(content, 'WEBP', 8)) return 'webp';
  if (begins(content, 'II*\0') || begins(content, 'MM\0*')) return 'tiff';
  if (begins(content, 'ftyp', 4)) return isHeic(content) ? 'heic' : undefined;
  if (begins(content, 'PK\x03\x04')) return inZip(content, ending);
  if (begins(content, compound)) return inCompound(content, ending);
  return undefined;
}

/** How many bytes of blanks and marks stand before a file's own beginning, as some scanners write them; few, or none count. */
function blanksBefore(content: Uint8Array): number {
  const marks = begins(content, '\xef\xbb\xbf') ? 3 : 0;
  const blanks = content.subarray(marks, marks + 16).findIndex((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return blanks < 0 ? 0 : marks + blanks;
}

function begins(content: Uint8Array, text: string, at = 0): boolean {
  return (
    content.length >= at + text.length && [...text].every((mark, index) => content[at + index] === mark.charCodeAt(0))
  );
}

/** A still picture in an ISO container: its own brand says so, or one that it is compatible with; a video never is. */
function isHeic(content: Uint8Array): boolean {
  const size = Math.min(new DataView(content.buffer, content.byteOffset, 4).getUint32(0), 256, content.length);
  const brands = new TextDecoder('latin1').decode(content.subarray(8, size)).match(/[^]{4}/g) ?? [];
  if (videoBrands.test(brands[0] ?? '') || brands.some((brand) => avifBrands.includes(brand))) return false;
  return brands.some((brand) => heicBrands.includes(brand));
}

function inZip(content: Uint8Array, ending: string): FileKindName | undefined {
  const names = namesInZip(content);
  if (!names) return named(ending, ['ofd', 'docx', 'xlsx']);
  // A program inside is no paper, whatever it is called.
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return undefined;
  if (names.some((name) => /^\/?OFD\.xml$/i.test(name))) return 'ofd';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  return undefined;
}

/** The older kinds share one container; its streams are named in UTF-16. */
function inCompound(content: Uint8Array, ending: string): FileKindName | undefined {
  // A newer document with a password is locked into the older container; its name alone tells what is inside.
  if (isLockedDocument(content)) return lockedKinds[ending];
  if (holds(content, 'WordDocument')) return named(ending, ['doc', 'wps']) ?? 'doc';
  if (holds(content, 'Workbook')) return named(ending, ['xls', 'et']) ?? 'xls';
  return named(ending, ['doc', 'wps', 'xls', 'et']);
}

/** Whether a newer document is locked with a password. */
export function isLockedDocument(content: Uint8Array): boolean {
  return begins(content, compound) && holds(content, 'EncryptedPackage');
}

/** What a locked document is, by the ending of its name; programs that call a newer document by an older name are many. */
const lockedKinds: Readonly<Record<string, FileKindName | undefined>> = {
  docx: 'docx',
  doc: 'docx',
  wps: 'docx',
  xlsx: 'xlsx',
  xls: 'xlsx',
  et: 'xlsx',
};

const named = (ending: string, among: FileKindName[]) =>
  among.find((kind) => (fileKinds[kind].extensions as readonly string[]).includes(ending));

function holds(content: Uint8Array, stream: string): boolean {
  return new TextDecoder('latin1').decode(content).includes([...stream].join('\0'));
}
