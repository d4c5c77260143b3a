import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A wait that is over, with its end and the act that ended it: what supervisors and statistics read of who was late. */
@Entity({ name: 'ended_waiting' })
@Index('ended_waiting_case', ['caseId', 'endedAt'])
@Index('ended_waiting_unit', ['department', 'endedAt'])
export class EndedWaiting {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ type: 'text' }) capacity!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'uuid', nullable: true }) officer!: string | null;
  @Column({ type: 'timestamptz' }) since!: Date;
  @Column({ type: 'date', nullable: true }) due!: string | null;
  @Column({ name: 'pending_year', type: 'integer', nullable: true }) pendingYear!: number | null;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  /** The act that ended it. */
  @Column({ name: 'ended_by', type: 'bigint' }) endedBy!: string;
}
