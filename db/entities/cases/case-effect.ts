import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What follows from a recorded act: done once by its key, in the order of the rows, by whichever run of the case is there. */
@Entity({ name: 'case_effect' })
@Index('case_effect_key', ['key'], { unique: true })
@Index('case_effect_open', ['caseId', 'id'], { where: `state = 'open'` })
export class CaseEffect {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ type: 'text' }) key!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  /** The act that it follows from. */
  @Column({ name: 'act_id', type: 'bigint' }) actId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'jsonb' }) effect!: Record<string, unknown>;
  /** open, done, or parked for a person. */
  @Column({ type: 'text', default: 'open' }) state!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
}
