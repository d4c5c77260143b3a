import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That a person of a unit has said that they do a task. It locks nothing; whoever takes it over ends it, and the row stays. */
@Entity({ name: 'task_claim' })
@Index('task_claim_case', ['caseId'])
@Index('task_claim_standing', ['caseId', 'act', 'department'], { unique: true, where: '"ended_at" IS NULL' })
export class TaskClaim {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'uuid' }) account!: string;
  @Column({ type: 'timestamptz' }) since!: Date;
  /** When another took it over or it was given back; a claim whose task is over, or whose person is away, ends unsaid. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  /** Who ended it. */
  @Column({ name: 'ended_by', type: 'uuid', nullable: true }) endedBy!: string | null;
}
