/** A kind of file that is taken as an attachment; the first ending is the one a mended name gets. */
export interface FileKind {
  mime: string;
  extensions: readonly [string, ...string[]];
}

const word = 'application/msword';
const sheet = 'application/vnd.ms-excel';

/** Everything that is taken. What people are told, what a form lets them choose and what is stored all come from here. */
export const fileKinds = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] },
  png: { mime: 'image/png', extensions: ['png'] },
  webp: { mime: 'image/webp', extensions: ['webp'] },
  // What a phone takes by itself; phones with script send it as JPEG.
  heic: { mime: 'image/heic', extensions: ['heic', 'heif'] },
  tiff: { mime: 'image/tiff', extensions: ['tif', 'tiff'] },
  // GB/T 33190: what an office's document system gives out.
  ofd: { mime: 'application/ofd', extensions: ['ofd'] },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  doc: { mime: word, extensions: ['doc'] },
  wps: { mime: word, extensions: ['wps'] },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  xls: { mime: sheet, extensions: ['xls'] },
  et: { mime: sheet, extensions: ['et'] },
} as const satisfies Record<string, FileKind>;

export type FileKindName = keyof typeof fileKinds;

const endings: readonly string[] = Object.values(fileKinds).flatMap(({ extensions }) => extensions);

/** Exactly what is taken, as a person reads it: PDF、JPG、…. */
export const takenInWords = endings.map((ending) => ending.toUpperCase()).join('、');

/** Exactly what is taken, for the `accept` of a file input. */
export const acceptedFiles = [
  ...endings.map((ending) => `.${ending}`),
  ...new Set(Object.values(fileKinds).map(({ mime }) => mime)),
].join(',');

/** Kinds that every browser shows as pictures. */
const shownKinds: readonly FileKindName[] = ['jpeg', 'png', 'webp'];
const shownEndings: readonly string[] = shownKinds.flatMap((kind) => fileKinds[kind].extensions);

/** Whether a file that was taken is a picture that every browser shows: the ending of its name is that of its content. */
export function isShownPicture(name: string): boolean {
  return shownEndings.includes(name.split('.').at(-1)?.toLowerCase() ?? '');
}
