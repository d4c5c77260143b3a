import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The whole history of a closed run, kept longer than the engine keeps it (05-audit-log.md). */
@Entity({ name: 'run_history' })
@Index('run_history_stray', ['archivedAt'], { where: 'stray' })
export class RunHistory {
  @PrimaryColumn({ name: 'workflow_id', type: 'text' }) workflowId!: string;
  @PrimaryColumn({ name: 'run_id', type: 'text' }) runId!: string;
  @Column({ type: 'integer' }) events!: number;
  @Column({ type: 'integer' }) bytes!: number;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'bytea', select: false }) history!: Buffer;
  /** Begun under the id of a case that there was not, or that was closed already. */
  @Column({ type: 'boolean', default: false }) stray!: boolean;
  @Column({ name: 'archived_at', type: 'timestamptz' }) archivedAt!: Date;
}
