import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A pool that was built for a freeze: secrets and figures; its files and rows bear its id. Nothing reads it before a batch names it. */
@Entity({ name: 'pool' })
@Index('pool_batch', ['batch'])
export class Pool {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Number of the batch that it was built for. */
  @Column({ type: 'text' }) batch!: string;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  /** K of 04-draw.md, made before the freeze. */
  @Column({ name: 'nonce_key', type: 'bytea' }) nonceKey!: Buffer;
  @Column({ type: 'jsonb' }) secrets!: Record<string, string>;
  @Column({ type: 'jsonb' }) figures!: Record<string, unknown>;
  /** The last changes of the registers and of the draws that it was built on. */
  @Column({ type: 'jsonb' }) basis!: Record<string, string>;
  @Column({ name: 'built_at', type: 'timestamptz' }) builtAt!: Date;
}
