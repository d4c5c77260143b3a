import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What the public site shows of a result; corrected and withdrawn entries stay readable as such. */
@Entity({ name: 'publication' })
@Index('publication_once', ['visitId', 'department', 'version'], { unique: true })
@Index('publication_uscc', ['uscc'])
@Index('publication_name_key_trgm', { synchronize: false })
@Index('publication_time', ['publishedAt'])
export class Publication {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'visit_id', type: 'text' }) visitId!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  @Column({ name: 'object_name', type: 'text' }) objectName!: string;
  /** The name in normal form; empty only in a row that was written past the system. */
  @Column({ name: 'object_name_key', type: 'text', default: '' }) objectNameKey!: string;
  @Column({ type: 'text', nullable: true }) uscc!: string | null;
  @Column({ name: 'registration_no', type: 'text', nullable: true }) registrationNo!: string | null;
  @Column({ type: 'text', array: true }) items!: string[];
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'completed_on', type: 'date' }) completedOn!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
  /** current · corrected (a later version stands) · withdrawn. */
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true }) changedAt!: Date | null;
}
