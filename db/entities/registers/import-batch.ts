import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ImportIssue } from '../../../domain/registers/import-issue';

/** One loaded file: what it was, what was found in it, and whether it stands. */
@Entity({ name: 'import_batch' })
@Index('import_batch_time', ['kind', 'at'])
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** objects · inspectors. */
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'file_name', type: 'text' }) fileName!: string;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'jsonb' }) counts!: Record<string, number>;
  @Column({ type: 'jsonb' }) errors!: ImportIssue[];
  @Column({ type: 'text' }) by!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  /** loaded · undone. */
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
