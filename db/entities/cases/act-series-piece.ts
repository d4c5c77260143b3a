import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One case of a series of acts. That it is done is not written here but asked of `acts`, by its submission. */
@Entity({ name: 'act_series_piece' })
@Index('act_series_piece_case', ['caseId'])
export class ActSeriesPiece {
  @PrimaryColumn({ type: 'uuid' }) series!: string;
  @PrimaryColumn({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text' }) submission!: string;
  /** What the person said of it, to be sent again; nothing once it is done. */
  @Column({ type: 'jsonb', nullable: true }) said!: unknown;
  /** When an answer came; nothing where none has, or the program was stopped meanwhile. */
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  /** Why it was not done: code and details of the refusal, or of the fault. */
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ type: 'jsonb', nullable: true }) details!: unknown;
  /** When the person sent it in another series. */
  @Column({ name: 'moved_at', type: 'timestamptz', nullable: true }) movedAt!: Date | null;
}
