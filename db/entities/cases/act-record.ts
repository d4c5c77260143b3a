import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One official act: its private entry, salt and leaf hash in the final form of the log, and what the timeline tells. */
@Entity({ name: 'acts' })
@Index('acts_once', ['subjectKind', 'subjectId', 'submission'], { unique: true })
@Index('acts_subject_time', ['subjectId', 'at'])
@Index('acts_at', ['at'])
@Index('acts_account', ['account'])
export class ActRecord {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ type: 'text' }) submission!: string;
  @Column({ type: 'text' }) account!: string;
  @Column({ type: 'text' }) capacity!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'timestamptz', precision: 3 }) at!: Date;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  /** Canonical JSON of the private entry (05-audit-log.md). */
  @Column({ type: 'text' }) entry!: string;
  @Column({ type: 'bytea' }) salt!: Buffer;
  @Column({ name: 'leaf_hash', type: 'bytea' }) leafHash!: Buffer;
  /** What the person said, for the timeline; erasable by law without touching the entry's hash. */
  @Column({ type: 'jsonb', nullable: true }) detail!: Record<string, unknown> | null;
}
