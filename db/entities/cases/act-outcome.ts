import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one attempt at an act: done, refused, not readable, or parked. What a person reads as answer is this row. */
@Entity({ name: 'act_outcome' })
export class ActOutcomeRow {
  /** The case; of an act that was to open one, the workflow that judged it. */
  @PrimaryColumn({ type: 'text' }) place!: string;
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'jsonb' }) outcome!: Record<string, unknown>;
  @Column({ type: 'timestamptz', precision: 3 }) at!: Date;
}
