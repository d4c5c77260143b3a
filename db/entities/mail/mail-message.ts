import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A mail to a person, written with what it tells of and sent by the worker. */
@Entity({ name: 'mail_message' })
@Index('mail_message_once', ['key'], { unique: true })
@Index('mail_message_due', ['dueAt'], { where: "state = 'queued'" })
export class MailMessage {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** What it tells of and whom, so that it is written once. */
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'uuid' }) account!: string;
  /** digest · reminder · confirm (of an address). */
  @Column({ type: 'text' }) template!: string;
  /** What is said; names neither firms nor persons. */
  @Column({ type: 'jsonb' }) words!: Record<string, unknown>;
  /** queued · sent · refused (by the receiving server) · expired (told nobody in time) · unwanted (the person wishes none any more). */
  @Column({ type: 'text', default: 'queued' }) state!: string;
  @Column({ type: 'integer', default: 0 }) attempts!: number;
  /** What the mail server said last. */
  @Column({ type: 'text', nullable: true }) failure!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** When it is tried next. */
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
