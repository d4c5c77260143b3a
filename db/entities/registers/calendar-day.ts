import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A day that differs from its weekday: a holiday, or a weekend day swapped into a working day (调休). */
@Entity({ name: 'calendar_day' })
@Index('calendar_day_year', ['year'])
export class CalendarDay {
  @PrimaryColumn({ type: 'date' }) date!: string;
  @Column({ type: 'integer' }) year!: number;
  /** holiday · swapped-workday. */
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) name!: string;
  /** The notice that says so, with its number; a notice may hold days of two years. */
  @Column({ type: 'text' }) notice!: string;
}
