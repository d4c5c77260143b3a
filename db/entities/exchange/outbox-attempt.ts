import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OutboxMessage } from './outbox-message';

/** One attempt to send, kept for ever: when, how it ended, how long it took. */
@Entity({ name: 'outbox_attempt' })
export class OutboxAttempt {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @ManyToOne(() => OutboxMessage, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'message_id' })
  message?: OutboxMessage;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'varchar', length: 12 })
  outcome!: 'sent' | 'refused' | 'failed';

  @Column({ type: 'varchar', length: 64, nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  /** What the platform answered, word for word. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ name: 'duration_ms', type: 'integer' })
  durationMs!: number;
}
