import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { withoutMarks } from '../../domain/text/invisible-marks';

export interface FileToStore {
  name: string;
  content: Buffer;
  uploadedBy: string;
}

const signatures: { mime: string; extensions: string[]; begins: number[] }[] = [
  { mime: 'application/pdf', extensions: ['pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'image/png', extensions: ['png'], begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], begins: [0xff, 0xd8, 0xff] },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
  {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
];

const notInNames = /[\p{Cc}\p{Cs}/\\]/gu;

/** The name of a file without what a name may not have. */
export const plainName = (name: string, otherwise = 'file') =>
  withoutMarks(name).normalize('NFC').replace(notInNames, '').slice(-200) || otherwise;

/**
 * The kind of a file, read from its content; it must be what its name says.
 * @param field of the form that it came in
 * @throws Refusal FILE_TYPE_REFUSED for a kind that is not accepted or a name that lies about it
 */
export function kindOfFile(file: Pick<FileToStore, 'name' | 'content'>, field = 'attachments'): string {
  const name = plainName(file.name);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const kind = signatures.find((candidate) => candidate.extensions.includes(extension));
  const honest = kind?.begins.every((byte, index) => file.content[index] === byte);
  if (!kind || !honest) throw new Refusal('FILE_TYPE_REFUSED', { field, name });
  return kind.mime;
}

/**
 * Keeps an uploaded file in the database, outside the web root.
 * @throws Refusal FILE_TYPE_REFUSED
 */
export async function storeFile(
  dataSource: DataSource,
  file: FileToStore,
): Promise<{ id: string; name: string; mime: string; sha256: string }> {
  const mime = kindOfFile(file);
  const id = randomUUID();
  const name = plainName(file.name);
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  await dataSource.query(
    'INSERT INTO stored_file (id, name, mime, size, sha256, content, uploaded_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())',
    [id, name, mime, file.content.length, sha256, file.content, file.uploadedBy],
  );
  return { id, name, mime, sha256 };
}
