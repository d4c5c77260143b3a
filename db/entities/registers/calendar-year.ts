import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose working days are published. A year without a row is not known, never guessed (M30). */
@Entity({ name: 'calendar_year' })
export class CalendarYear {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @Column({ type: 'text' }) source!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
  @Column({ type: 'integer', default: 1 }) version!: number;
  /** Version by which the terms of open cases were last counted. */
  @Column({ name: 'recounted_version', type: 'integer', default: 0 }) recountedVersion!: number;
}
