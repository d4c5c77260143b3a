import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { fileKinds, takenInWords } from '../../domain/files/file-kinds';
import { isLockedDocument, kindOfContent } from '../../domain/files/kind-of-content';
import { endingOf, mendedName } from '../../domain/files/mended-name';
import { withoutMarks } from '../../domain/text/invisible-marks';
import { pdfLocks } from './pdf-locks';

export interface FileToStore {
  name: string;
  content: Buffer;
  uploadedBy: string;
  /** Of a file that had one while it was on its way. */
  id?: string;
}

const notInNames = /[\p{Cc}\p{Cs}/\\]/gu;

/** Blanks round a name, and dots at its end, which some systems drop: the ending stands before them. */
const roundNames = /^\s+|[\s.]+$/gu;
/** So many signs of a name are kept, its end first. */
const signsAtMost = 200;

/** The name of a file without what a name may not have. */
export function plainName(name: string, otherwise = 'file'): string {
  const plain = withoutMarks(name).normalize('NFC').replace(notInNames, '').replace(roundNames, '');
  // By whole signs: half of one is none.
  return [...plain].slice(-signsAtMost).join('') || otherwise;
}

/** A file whose kind is known, under the name that says so. */
export interface JudgedFile {
  name: string;
  mime: string;
}

/**
 * What a file is, judged by its content, and its name with the ending of that.
 * @param field of the form that it came in
 * @throws Refusal FILE_TYPE_REFUSED for what is not taken, with everything that is
 */
export function judgedFile(file: Pick<FileToStore, 'name' | 'content'>, field = 'attachments'): JudgedFile {
  const name = plainName(file.name);
  const kind = kindOfContent(file.content, endingOf(name));
  if (!kind) throw new Refusal('FILE_TYPE_REFUSED', { field, name, taken: takenInWords });
  return { name: mendedName(name, kind), mime: fileKinds[kind].mime };
}

/**
 * Keeps an uploaded file in the database, outside the web root.
 * @throws Refusal FILE_TYPE_REFUSED
 */
export async function storeFile(
  db: Pick<DataSource, 'query'>,
  file: FileToStore,
): Promise<{ id: string; name: string; mime: string; sha256: string; locked: boolean }> {
  const { name, mime } = judgedFile(file);
  const id = file.id ?? randomUUID();
  const locked = mime === fileKinds.pdf.mime ? pdfLocks(file.content) : isLockedDocument(file.content);
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await db.query(
    'INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, locked, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())',
    [id, name, mime, file.content.length, sha256, file.content, file.uploadedBy, locked],
  );
  return { id, name, mime, sha256, locked };
}
