import { Column, Entity, Generated, Index, PrimaryGeneratedColumn, Unique, VersionColumn } from 'typeorm';
import type { OutboxPayload, Receipt } from '../../../domain/exchange/message';
import type { OutboxState } from '../../../domain/exchange/outbox-state';

/** One record on its way to one outside platform; one row a platform and key, for ever. */
@Entity({ name: 'outbox_message' })
@Unique('outbox_message_platform_key', ['platform', 'key'])
@Index('outbox_message_due', ['platform', 'state', 'nextAttemptAt'])
@Index('outbox_message_subject', ['subjectKind', 'subjectId'])
@Index('outbox_message_line', ['platform', 'line', 'number'])
export class OutboxMessage {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Running number; becomes the sequence of the batch. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  number!: string;

  @Column({ type: 'varchar', length: 40 })
  platform!: string;

  @Column({ type: 'varchar', length: 200 })
  key!: string;

  @Column({ name: 'subject_kind', type: 'varchar', length: 40 })
  subjectKind!: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 100 })
  subjectId!: string;

  /** The department that answers for the record and acts on it when it parks. */
  @Column({ type: 'varchar', length: 32 })
  department!: string;

  /** What the message is about at its platform: messages of one line are sent in order of their numbers. */
  @Column({ type: 'varchar', length: 140 })
  line!: string;

  /** Under which the platform keeps the record, over all versions of the line. */
  @Column({ name: 'record_id', type: 'uuid' })
  recordId!: string;

  @Column({ type: 'jsonb' })
  payload!: OutboxPayload;

  /** What a person supplied of the record because the platform lacked it. */
  @Column({ type: 'jsonb', nullable: true })
  corrections!: Record<string, unknown> | null;

  @Column({ type: 'varchar', length: 12 })
  state!: OutboxState;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Attempt number from which the present allowance of attempts counts; set by a person's retry. */
  @Column({ name: 'attempts_before', type: 'integer', default: 0 })
  attemptsBefore!: number;

  /** It was handed over and no answer was read: the platform may hold it and is asked before it is sent again. */
  @Column({ name: 'perhaps_taken', type: 'boolean', default: false })
  perhapsTaken!: boolean;

  /** Failures while the platform answered for other records; they alone lead to a person. */
  @Column({ name: 'own_failures', type: 'integer', default: 0 })
  ownFailures!: number;

  /** When it last failed, by the database's clock. */
  @Column({ name: 'tried_at', type: 'timestamptz', nullable: true })
  triedAt!: Date | null;

  @Column({ name: 'last_error_code', type: 'varchar', length: 64, nullable: true })
  lastErrorCode!: string | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  receipt!: Receipt | null;

  /** When queued: not before. When sending: the taker's lease ends. */
  @Column({ name: 'next_attempt_at', type: 'timestamptz', nullable: true })
  nextAttemptAt!: Date | null;

  /** Who took it: run and round, so that taking twice gives the same rows. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  claim!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  /** When the owning case was told of the present state; null while it still has to be told. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
