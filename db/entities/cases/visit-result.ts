import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One department's result of one visit, as lists and counts read it. */
@Entity({ name: 'visit_result' })
@Index('visit_result_check', ['checkId', 'department', 'stage'])
@Index('visit_result_publication', ['department', 'publication', 'publishDue'])
@Index('visit_result_object', ['objectId'])
export class VisitResult {
  @PrimaryColumn({ name: 'visit_id', type: 'text' }) visitId!: string;
  @PrimaryColumn({ type: 'text' }) department!: string;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  @Column({ type: 'text' }) batch!: string;
  @Column({ name: 'object_id', type: 'uuid' }) objectId!: string;
  @Column({ type: 'uuid', array: true }) officers!: string[];
  @Column({ name: 'visit_date', type: 'date', nullable: true }) visitDate!: string | null;
  @Column({ name: 'visit_stage', type: 'text' }) visitStage!: string;
  @Column({ type: 'text' }) stage!: string;
  @Column({ type: 'text' }) publication!: string;
  @Column({ type: 'text' }) disposition!: string;
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ name: 'follow_up', type: 'text', nullable: true }) followUp!: string | null;
  @Column({ name: 'completed_on', type: 'date', nullable: true }) completedOn!: string | null;
  @Column({ name: 'publish_due', type: 'date', nullable: true }) publishDue!: string | null;
  @Column({ name: 'publish_pending_year', type: 'integer', nullable: true }) publishPendingYear!: number | null;
  @Column({ name: 'result_version', type: 'integer' }) resultVersion!: number;
}
