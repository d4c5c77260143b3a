import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One draw batch: its secrets and figures. Files of the bundle stand in `batch_file`. */
@Entity({ name: 'batch' })
export class Batch {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  @Column({ name: 'frozen_by', type: 'text', nullable: true }) frozenBy!: string | null;
  /** K of 04-draw.md, made before the freeze. */
  @Column({ name: 'nonce_key', type: 'bytea' }) nonceKey!: Buffer;
  @Column({ type: 'jsonb' }) secrets!: Record<string, string>;
  @Column({ type: 'jsonb' }) figures!: Record<string, unknown>;
}
