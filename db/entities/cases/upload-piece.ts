import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of a file on its way, by the place at which it begins. */
@Entity({ name: 'upload_piece' })
export class UploadPiece {
  @PrimaryColumn({ name: 'upload_id', type: 'uuid' }) uploadId!: string;
  @PrimaryColumn({ type: 'integer' }) place!: number;
  @Column({ type: 'bytea', select: false }) content!: Buffer;
}
