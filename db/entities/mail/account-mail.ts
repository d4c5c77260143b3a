import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person wishes mails to go; a person without a row gets none. */
@Entity({ name: 'account_mail' })
export class AccountMail {
  @PrimaryColumn({ type: 'uuid' }) account!: string;
  @Column({ type: 'text' }) address!: string;
  /** Whether the daily mail is wished, beside reminders. */
  @Column({ type: 'boolean', default: true }) digest!: boolean;
  @Column({ type: 'timestamptz', default: () => 'now()' }) since!: Date;
}
