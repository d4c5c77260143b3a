import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a pool's bundle, byte for byte. */
@Entity({ name: 'batch_file' })
export class BatchFile {
  @PrimaryColumn({ type: 'uuid' }) pool!: string;
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'bytea' }) content!: Buffer;
  @Column({ type: 'text' }) sha256!: string;
}
