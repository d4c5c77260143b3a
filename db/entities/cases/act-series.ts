import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The same act on many cases that a person sent together: who, which act, since when; its pieces say what became of each. */
@Entity({ name: 'act_series' })
@Index('act_series_open', ['account'], { where: '"ended_at" IS NULL' })
export class ActSeries {
  /** Given by the form, so that its page can ask how far the series is while it is sent. */
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) account!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ name: 'begun_at', type: 'timestamptz' }) begunAt!: Date;
  /** When it, or what was left of it, was last sent; from here its term runs. */
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
  /** When nothing was left of it, or its person laid the rest aside. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
