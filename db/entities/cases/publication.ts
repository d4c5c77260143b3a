import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What the public site shows of a result; corrected and withdrawn entries stay readable as such. */
@Entity({ name: 'publication' })
@Index('publication_once', ['visitId', 'department', 'version'], { unique: true })
@Index('publication_uscc', ['uscc'])
@Index('publication_search', { synchronize: false })
@Index('publication_time', ['publishedAt', 'id'])
@Index('publication_object', ['objectName', 'id'])
@Index('publication_department', ['department', 'id'])
@Index('publication_completed', ['completedOn', 'id'])
@Index('publication_without_key', ['id'], { where: "object_name_key = ''" })
@Index('publication_news', { synchronize: false })
export class Publication {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'visit_id', type: 'text' }) visitId!: string;
  @Column({ type: 'text' }) department!: string;
  /** Names as they were on the day of publication; absent where a row was written by other means, then today's are shown. */
  @Column({ name: 'department_name', type: 'text', nullable: true }) departmentName!: string | null;
  /** Full name of the inspecting authority on that day. */
  @Column({ type: 'text', nullable: true }) authority!: string | null;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  @Column({ name: 'check_number', type: 'text', nullable: true }) checkNumber!: string | null;
  @Column({ name: 'check_title', type: 'text', nullable: true }) checkTitle!: string | null;
  @Column({ name: 'object_name', type: 'text' }) objectName!: string;
  /** The name in normal form; empty only in a row that was written past the system. */
  @Column({ name: 'object_name_key', type: 'text', default: '' }) objectNameKey!: string;
  @Column({ type: 'text', nullable: true }) uscc!: string | null;
  @Column({ name: 'registration_no', type: 'text', nullable: true }) registrationNo!: string | null;
  @Column({ type: 'text', array: true }) items!: string[];
  /** Of each item, the version that the check ran under, and what that version is called. */
  @Column({ name: 'item_versions', type: 'integer', array: true, nullable: true }) itemVersions!: number[] | null;
  @Column({ name: 'item_names', type: 'text', array: true, nullable: true }) itemNames!: string[] | null;
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'completed_on', type: 'date' }) completedOn!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
  /** current · corrected (a later version stands) · withdrawn. */
  @Column({ type: 'text' }) state!: string;
  /** Why it was corrected or withdrawn, as written inside; never shown to the public. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  /** 公开说明: what the public is told of why it was corrected or withdrawn. */
  @Column({ name: 'public_reason', type: 'text', nullable: true }) publicReason!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true }) changedAt!: Date | null;
}
