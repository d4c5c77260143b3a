import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An act that a rule stood against, for the supervisors' timeline; it changed nothing. */
@Entity({ name: 'act_attempt' })
@Index('act_attempt_case', ['caseId', 'at'])
export class ActAttempt {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'case_id', type: 'text', nullable: true }) caseId!: string | null;
  @Column({ type: 'text' }) act!: string;
  @Column({ type: 'text' }) account!: string;
  @Column({ type: 'text' }) capacity!: string;
  @Column({ type: 'text' }) department!: string;
  /** Code of the refusal. */
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'timestamptz', precision: 3 }) at!: Date;
}
