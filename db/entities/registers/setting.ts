import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number of law or a county policy that may be edited: each value with its source and the day from which it holds. */
@Entity({ name: 'setting' })
export class Setting {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'setting_by_day' }) key!: string;
  /** The value holds from this day until a later one does; -infinity for what the system began with. */
  @PrimaryColumn({
    name: 'holds_from',
    type: 'date',
    default: '-infinity',
    primaryKeyConstraintName: 'setting_by_day',
  })
  holdsFrom!: string;
  @Column({ type: 'jsonb' }) value!: unknown;
  @Column({ type: 'text' }) source!: string;
  /** Counts up by each change of the key, whichever day it is for. */
  @Column({ type: 'integer', default: 1 }) version!: number;
}
