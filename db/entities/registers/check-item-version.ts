import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One version of an item, in force from a day; checks keep the version they ran under. */
@Entity({ name: 'check_item_version' })
@Index('check_item_version_in_force', ['itemCode', 'effectiveFrom'])
export class CheckItemVersion {
  @PrimaryColumn({ name: 'item_code', type: 'text' }) itemCode!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'effective_from', type: 'date' }) effectiveFrom!: string;
  /** enacted 立 · amended 改 · abolished 废 · interpreted 释 · dutiesReallocated 职能调整. */
  @Column({ type: 'text' }) cause!: string;
  @Column({ type: 'text' }) category!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) content!: string | null;
  @Column({ name: 'object_type', type: 'text' }) objectType!: string;
  /** key 重点检查事项 · general 一般检查事项. */
  @Column({ name: 'item_class', type: 'text', nullable: true }) itemClass!: string | null;
  @Column({ type: 'text', nullable: true }) method!: string | null;
  @Column({ type: 'text', nullable: true }) level!: string | null;
  @Column({ name: 'ratio_frequency', type: 'text', nullable: true }) ratioFrequency!: string | null;
  @Column({ type: 'text', nullable: true }) basis!: string | null;
  @Column({ name: 'catalogue_code', type: 'text', nullable: true }) catalogueCode!: string | null;
  /** 适用双随机. */
  @Column({ name: 'random_applies', type: 'boolean', default: true }) randomApplies!: boolean;
  /** 适用联合. */
  @Column({ name: 'joint_applies', type: 'boolean', default: true }) jointApplies!: boolean;
  @Column({ type: 'text', array: true, default: () => "'{}'" }) qualifications!: string[];
  /** What a firm has ready, one thing a line. */
  @Column({ type: 'text', nullable: true }) materials!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
  @Column({ name: 'changed_by', type: 'text' }) changedBy!: string;
}
