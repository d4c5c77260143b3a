import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file on its way in pieces; whole, it is the stored file of the same id. */
@Entity({ name: 'partial_upload' })
@Index('partial_upload_account', ['account'])
@Index('partial_upload_changed', ['changedAt'])
export class PartialUpload {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) account!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'integer' }) received!: number;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}
