import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Whom a case waits for; made from the state at every act, so that 待办 is one indexed query. */
@Entity({ name: 'case_waiting' })
@Index('case_waiting_case', ['caseId'])
@Index('case_waiting_unit', ['department', 'capacity'])
@Index('case_waiting_officer', ['officer'])
@Index('case_waiting_due', ['due'])
@Index('case_waiting_pending', ['pendingYear'], { where: 'pending_year IS NOT NULL' })
export class CaseWaiting {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ type: 'text' }) capacity!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'uuid', nullable: true }) officer!: string | null;
  @Column({ type: 'timestamptz' }) since!: Date;
  @Column({ type: 'date', nullable: true }) due!: string | null;
  @Column({ name: 'pending_year', type: 'integer', nullable: true }) pendingYear!: number | null;
  /** The work came back to whoever is waited for. */
  @Column({ type: 'boolean', default: false }) returned!: boolean;
}
