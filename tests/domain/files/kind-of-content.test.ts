import { acceptedFiles, fileKinds, takenInWords, type FileKindName } from '../../../domain/files/file-kinds';
import { kindOfContent } from '../../../domain/files/kind-of-content';
import { endingOf, mendedName } from '../../../domain/files/mended-name';

const bytes = (text: string) => Uint8Array.from([...text].map((mark) => mark.charCodeAt(0)));
const of = (text: string, ending = '') => kindOfContent(bytes(text), ending);
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const wide = (text: string) => [...text].join('\0');
const ftyp = (size: number, ...brands: string[]) => `\0\0\0${String.fromCharCode(size)}ftyp${brands.join('')}`;

/** An archive of empty entries, as far as its directory goes. */
function zip(names: string[], note = ''): string {
  const short = (value: number) => String.fromCharCode(value & 0xff, value >> 8);
  const long = (value: number) => short(value & 0xffff) + short(value >> 16);
  const head = 'PK\x03\x04'.padEnd(30, '\0');
  const entries = names.map((name) => `PK\x01\x02${'\0'.repeat(24)}${short(name.length)}${'\0'.repeat(16)}${name}`);
  const all = entries.join('');
  const counts = short(names.length).repeat(2);
  return `${head}${all}PK\x05\x06\0\0\0\0${counts}${long(all.length)}${long(head.length)}${short(note.length)}${note}`;
}

test.each<[string, string, string, FileKindName | undefined]>([
  ['a picture of a phone', ftyp(24, 'heic', '\0\0\0\0', 'mif1'), 'jpg', 'heic'],
  ['one whose own brand is general', ftyp(28, 'mif1', '\0\0\0\0', 'mif1', 'heic'), 'heic', 'heic'],
  ['a picture that calls itself the same and is none', ftyp(28, 'avif', '\0\0\0\0', 'mif1', 'miaf'), 'heic', undefined],
  ['a scan with a mark before it', '\xef\xbb\xbf\r\n%PDF-1.4', 'pdf', 'pdf'],
  ['a page that has a paper in it', '<html>%PDF-1.4', 'pdf', undefined],
  ['a video', ftyp(24, 'isom', '\0\0\0\0', 'mp41'), 'mp4', undefined],
  ['a video that calls itself a picture', ftyp(24, 'mp42', '\0\0\0\0', 'heic'), 'heic', undefined],
  ['a box cut off before its brand', '\0\0\0\x18ftyp', 'heic', undefined],
  ['a messenger’s picture', 'RIFF\0\0\0\0WEBPVP8 ', 'jpg', 'webp'],
  ['a sound in the same container', 'RIFF\0\0\0\0WAVEfmt ', 'webp', undefined],
  ['a scan of either byte order', 'MM\0*', 'tif', 'tiff'],
  ['a document of an office system', zip(['OFD.xml', 'Doc_0/Document.xml']), 'pdf', 'ofd'],
  ['a text', zip(['[Content_Types].xml', 'word/document.xml']), 'zip', 'docx'],
  [
    'a text in an archive with a note',
    zip(['word/document.xml'], 'PK\x05\x06 is no end here, 22 more bytes'),
    'docx',
    'docx',
  ],
  ['a table', zip(['xl/workbook.xml']), 'docx', 'xlsx'],
  ['a text with a program in it', zip(['word/document.xml', 'word/vbaProject.bin']), 'docx', undefined],
  ['an archive that calls itself a text', zip(['a.exe']), 'docx', undefined],
  ['an archive whose directory lies', zip(['word/document.xml']).replace('PK\x01\x02', 'PK\x01\x09'), 'pdf', undefined],
  ['a container that tells nothing, by its name', 'PK\x03\x04    ', 'ofd', 'ofd'],
  ['a container that tells nothing, under a wrong name', 'PK\x03\x04    ', 'jpg', undefined],
  ['an older text', `${compound}${wide('WordDocument')}`, 'jpg', 'doc'],
  ['the same of another office program', `${compound}${wide('WordDocument')}`, 'wps', 'wps'],
  ['an older table that calls itself a text', `${compound}${wide('Workbook')}`, 'doc', 'xls'],
  ['an older container that tells nothing, by its name', `${compound}    `, 'et', 'et'],
  ['a text that opens with a password', `${compound}${wide('EncryptedPackage')}`, 'docx', 'docx'],
  ['the same under an older name', `${compound}${wide('EncryptedPackage')}`, 'wps', 'docx'],
  ['a table that opens with a password', `${compound}${wide('EncryptedPackage')}`, 'xlsx', 'xlsx'],
  ['slides that open with a password', `${compound}${wide('EncryptedPackage')}`, 'pptx', undefined],
  ['a locked document whose name tells nothing', `${compound}${wide('EncryptedPackage')}`, '', undefined],
  ['a paper that opens with a password', '%PDF-1.7 /Encrypt 5 0 R', 'pdf', 'pdf'],
  ['slides', zip(['[Content_Types].xml', 'ppt/presentation.xml']), 'pptx', undefined],
  ['an archive with a password', zip(['photo.jpg']), 'zip', undefined],
  ['an installer in it', `${compound}    `, 'msi', undefined],
  ['a page', '<html>', 'pdf', undefined],
  ['nothing', '', 'pdf', undefined],
])('%s is what its content says', (_what, content, ending, kind) => {
  expect(of(content, ending)).toBe(kind);
});

test.each([
  ['IMG_0002.JPG', 'heic', 'IMG_0002.heic'],
  ['Screenshot_0004.jpg', 'png', 'Screenshot_0004.png'],
  ['现场照片5.jfif', 'jpeg', '现场照片5.jfif'],
  ['现场照片.JPEG', 'jpeg', '现场照片.JPEG'],
  ['复函 苏市监〔2026〕7号 v1.2', 'pdf', '复函 苏市监〔2026〕7号 v1.2.pdf'],
  ['第3.第一稿', 'pdf', '第3.第一稿.pdf'],
  ['pdf', 'pdf', 'pdf.pdf'],
  ['报告.', 'pdf', '报告..pdf'],
  ['.jpg', 'png', '.jpg.png'],
] as const)('the name %s of a %s is kept as %s', (name, kind, mended) => {
  expect(mendedName(name, kind)).toBe(mended);
  expect(kindOfContent(bytes('%PDF-'), endingOf(name))).toBe('pdf');
});

test('what people are told and what they may choose is exactly what is taken', () => {
  const endings = Object.values(fileKinds).flatMap(({ extensions }) => extensions as readonly string[]);
  expect(takenInWords.split('、').map((word) => word.toLowerCase())).toEqual(endings);
  for (const ending of endings) expect(acceptedFiles.split(',')).toContain(`.${ending}`);
  expect(new Set(endings).size).toBe(endings.length);
});
