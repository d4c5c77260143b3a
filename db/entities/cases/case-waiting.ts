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
  /** Working days that the office gives where neither law nor scheme gives a term; `due` is counted from them then. */
  @Column({ name: 'office_days', type: 'integer', nullable: true }) officeDays!: number | null;
  /** Legal day before which there is nothing to do yet. */
  @Column({ name: 'not_before', type: 'date', nullable: true }) notBefore!: string | null;
  /** When whoever is waited for was last asked to hurry. */
  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true }) remindedAt!: Date | null;
}
