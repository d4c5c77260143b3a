import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file kept in the database, outside the web root; served only as a download to those who may see its case. */
@Entity({ name: 'stored_file' })
@Index('stored_file_case', ['caseId'])
export class StoredFile {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) mime!: string;
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'text' }) sha256!: string;
  /** Opens only with a password. */
  @Column({ type: 'boolean', default: false }) locked!: boolean;
  @Column({ type: 'bytea', select: false }) content!: Buffer;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'case_id', type: 'text', nullable: true }) caseId!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
