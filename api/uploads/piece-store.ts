import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Refusal } from '../../domain/refusal';
import { takenInWords } from '../../domain/files/file-kinds';
import { addPiece } from '../../services/files/uploads/add-piece';
import { beginUpload } from '../../services/files/uploads/begin-upload';
import { dropUpload } from '../../services/files/uploads/drop-upload';
import { findUpload } from '../../services/files/uploads/find-upload';
import type { AppWorld } from '../app-world';

/** What is kept at once: what a connection that breaks off loses is less than this. */
const pieceBytes = 256 * 1024;

/** The uploads of one person, in pieces in the database; those of others are not there. */
export class PieceStore extends DataStore {
  override extensions = ['creation', 'termination'];

  constructor(
    private readonly world: AppWorld,
    private readonly account: string,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const name = upload.metadata?.['filename'] ?? '';
    if (!upload.size) throw new Refusal('FILE_TYPE_REFUSED', { name, taken: takenInWords });
    const { id, size } = upload;
    await beginUpload(this.world.dataSource, { id, account: this.account, name, size, at: this.world.now() });
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await findUpload(this.world.dataSource, { id, account: this.account });
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: found.size, offset: found.received, metadata: { filename: found.name } });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let [place, waiting, size] = [offset, [] as Buffer[], 0];
    const keep = async () => {
      if (size === 0) return;
      const content = Buffer.concat(waiting);
      [waiting, size] = [[], 0];
      const piece = { id, account: this.account, place, content, at: this.world.now() };
      if (!(await addPiece(this.world.dataSource, piece))) throw ERRORS.INVALID_OFFSET;
      place += content.length;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        waiting.push(chunk);
        size += chunk.length;
        if (size >= pieceBytes) await keep();
      }
    } catch (failure) {
      // What arrived before the connection broke need not be sent again.
      if (!(failure instanceof Refusal) && failure !== ERRORS.INVALID_OFFSET) await keep();
      throw failure;
    }
    await keep();
    return place;
  }

  override async remove(id: string): Promise<void> {
    await this.getUpload(id);
    await dropUpload(this.world.dataSource, { id, account: this.account });
  }
}
