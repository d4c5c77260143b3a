import type { DataSource } from 'typeorm';
import { Refusal } from '../../../domain/refusal';
import { storeFile } from '../store-file';
import { dropUpload } from './drop-upload';

export interface Piece {
  id: string;
  account: string;
  /** Where it begins: exactly where the last one ended. */
  place: number;
  content: Buffer;
  at: Date;
}

/**
 * Adds a piece to a file on its way. With the last one the file is stored under the same id, both or neither, so that an
 * upload that is whole is a file that an act can name.
 * @returns false where the piece does not begin where the last one ended
 * @throws Refusal FILE_TYPE_REFUSED for what is not taken; nothing of it is left
 */
export async function addPiece(dataSource: DataSource, piece: Piece): Promise<boolean> {
  const { id, account, place, content, at } = piece;
  try {
    return await dataSource.transaction(async (manager) => {
      const [rows]: [{ name: string; whole: boolean }[], number] = await manager.query(
        `UPDATE partial_upload SET received = received + $4::int, changed_at = $5
         WHERE id = $1 AND account = $2 AND received = $3 AND received + $4::int <= size
         RETURNING name, received = size AS whole`,
        [id, account, place, content.length, at],
      );
      const upload = rows[0];
      if (!upload) return false;
      await manager.query('INSERT INTO upload_piece (upload_id, place, content) VALUES ($1, $2, $3)', [
        id,
        place,
        content,
      ]);
      if (!upload.whole) return true;
      const pieces: { content: Buffer }[] = await manager
        .query('DELETE FROM upload_piece WHERE upload_id = $1 RETURNING place, content', [id])
        .then(([deleted]: [{ place: number; content: Buffer }[], number]) =>
          deleted.sort((one, other) => one.place - other.place),
        );
      const whole = Buffer.concat(pieces.map((each) => each.content));
      await storeFile(manager, { id, name: upload.name, content: whole, uploadedBy: account });
      return true;
    });
  } catch (failure) {
    if (failure instanceof Refusal) await dropUpload(dataSource, { id, account });
    throw failure;
  }
}
