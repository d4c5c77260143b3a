import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Web sessions (connect-pg-simple's table), so that any web process serves any person. */
@Entity({ name: 'session' })
@Index('session_expire', ['expire'])
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) sid!: string;
  @Column({ type: 'json' }) sess!: Record<string, unknown>;
  @Column({ type: 'timestamp', precision: 6 }) expire!: Date;
}
