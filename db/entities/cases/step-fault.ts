import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A step that failed by a fault of its own, how often, and whether it waits for a person; what is merely away is no fault. */
@Entity({ name: 'step_fault' })
@Index('step_fault_step', ['caseId', 'key'], { unique: true })
@Index('step_fault_parked', ['parkedAt'], { where: 'parked_at IS NOT NULL AND settled_at IS NULL' })
export class StepFault {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  /** Key of the request, of the effect, or of what a case was told. */
  @Column({ type: 'text' }) key!: string;
  /** Name of the act or of the effect. */
  @Column({ type: 'text' }) step!: string;
  /** Who acted and for which unit; of a step without a person the unit that leads the case. */
  @Column({ type: 'text' }) account!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'integer' }) tries!: number;
  /** What the fault said, for whoever mends it. */
  @Column({ type: 'text' }) message!: string;
  @Column({ name: 'first_at', type: 'timestamptz' }) firstAt!: Date;
  @Column({ name: 'last_at', type: 'timestamptz' }) lastAt!: Date;
  @Column({ name: 'parked_at', type: 'timestamptz', nullable: true }) parkedAt!: Date | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ name: 'settled_by', type: 'text', nullable: true }) settledBy!: string | null;
}
