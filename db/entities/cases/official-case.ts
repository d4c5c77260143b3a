import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The row of a case as screens read it; acts alone change it, each judged and recorded in one transaction. */
@Entity({ name: 'official_case' })
@Index('official_case_kind_number', ['kind', 'number'], { unique: true })
@Index('official_case_parent', ['parentId'])
@Index('official_case_stage', ['kind', 'stage'])
@Index('official_case_alarm', ['alarmAt'], { where: 'alarm_at IS NOT NULL' })
@Index('official_case_subject', ['subjectId'], { where: 'subject_id IS NOT NULL' })
@Index('official_case_terms', ['recountedBy'], { where: 'recounted_by IS NOT NULL' })
@Index('official_case_softened', ['id'], { where: `state @? '$.results.*.softenings[0]'` })
@Index('official_case_open', ['departments'], { where: 'NOT closed' })
export class OfficialCase {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) number!: string;
  /** Its own name; the number of a case that is called by its firm or its parent. */
  @Column({ type: 'text' }) title!: string;
  /** The title in normal form. */
  @Column({ name: 'title_key', type: 'text', default: '' }) titleKey!: string;
  /** The firm that it is about. */
  @Column({ name: 'subject_id', type: 'uuid', nullable: true }) subjectId!: string | null;
  /** What tells cases of one kind apart in a list. */
  @Column({ type: 'text', nullable: true }) sort!: string | null;
  /** Unit that it goes to, where it goes to one. */
  @Column({ type: 'text', nullable: true }) addressee!: string | null;
  @Column({ type: 'text' }) stage!: string;
  @Column({ type: 'boolean', default: false }) closed!: boolean;
  @Column({ name: 'lead_department', type: 'text' }) leadDepartment!: string;
  @Column({ type: 'text', array: true }) departments!: string[];
  /** Units that may read it; the office and supervisors read every case. */
  @Column({ type: 'text', array: true, default: '{}' }) readers!: string[];
  @Column({ name: 'parent_id', type: 'text', nullable: true }) parentId!: string | null;
  @Column({ type: 'date', nullable: true }) due!: string | null;
  /** The act that counts its running terms again when a calendar changes; nothing where no term runs. */
  @Column({ name: 'recounted_by', type: 'text', nullable: true }) recountedBy!: string | null;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  @Column({ name: 'stage_since', type: 'timestamptz' }) stageSince!: Date;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ type: 'jsonb' }) state!: Record<string, unknown>;
  /** When the clock's next step is due; kept so that a step that nobody took is found. */
  @Column({ name: 'alarm_at', type: 'timestamptz', nullable: true }) alarmAt!: Date | null;
  @Column({ type: 'integer' }) version!: number;
}
