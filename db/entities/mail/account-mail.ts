import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person wishes mails to go; a person without a row gets none. */
@Entity({ name: 'account_mail' })
export class AccountMail {
  @PrimaryColumn({ type: 'uuid' }) account!: string;
  @Column({ type: 'text' }) address!: string;
  /** Whether the daily mail is wished, beside reminders. */
  @Column({ type: 'boolean', default: true }) digest!: boolean;
  @Column({ type: 'timestamptz', default: () => 'now()' }) since!: Date;
  /** When the owner showed that they read the address; before that nothing but the number for it is sent there. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  /** The number that was mailed for it. */
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ name: 'code_until', type: 'timestamptz', nullable: true }) codeUntil!: Date | null;
  @Column({ name: 'code_tries', type: 'integer', default: 0 }) codeTries!: number;
}
