import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Certificate } from '../../../domain/registers/certificate';

/** An enforcement officer (执法检查人员名录库). */
@Entity({ name: 'inspector' })
@Index('inspector_staff_no', ['department', 'staffNo'], { unique: true })
export class Inspector {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ name: 'staff_no', type: 'text' }) staffNo!: string;
  @Column({ type: 'text' }) name!: string;
  /** The name in normal form. */
  @Column({ name: 'name_key', type: 'text', default: '' }) nameKey!: string;
  @Column({ type: 'text' }) unit!: string;
  /** civilServant 行政执法类公务员 · institutionStaff 事业编制执法人员. */
  @Column({ name: 'post_class', type: 'text' }) postClass!: string;
  @Column({ type: 'jsonb', default: () => "'[]'" }) certificates!: Certificate[];
  @Column({ type: 'text', array: true, default: () => "'{}'" }) qualifications!: string[];
  @Column({ type: 'text', array: true, default: () => "'{}'" }) specialisms!: string[];
  /** Short codes of towns; empty = the whole county. */
  @Column({ type: 'text', array: true, default: () => "'{}'" }) areas!: string[];
  /** onDuty 在岗 · offDuty 离岗 · seconded 借调 · retired 退休 · left 离开. */
  @Column({ name: 'duty_status', type: 'text', default: 'onDuty' }) dutyStatus!: string;
  @Column({ name: 'import_batch', type: 'uuid', nullable: true }) importBatch!: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
