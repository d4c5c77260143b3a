import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Licence } from '../../../domain/registers/licence';

/** One row a firm, for all departments (检查对象名录库). */
@Entity({ name: 'check_object' })
@Index('check_object_uscc', ['uscc'], { unique: true, where: 'uscc IS NOT NULL' })
@Index('check_object_registration', ['kind', 'registrationNo'], { unique: true, where: 'registration_no IS NOT NULL' })
@Index('check_object_division', ['division'])
@Index('check_object_industry', ['industry'])
@Index('check_object_class', ['status', 'riskClass'])
@Index('check_object_registration_no', ['registrationNo'], { where: 'registration_no IS NOT NULL' })
@Index('check_object_name_key', ['nameKey'])
@Index('check_object_search', { synchronize: false })
@Index('check_object_same_as', ['sameAs'], { where: 'same_as IS NOT NULL' })
@Index('check_object_different_from', { synchronize: false })
@Index('check_object_tag_keys', { synchronize: false })
@Index('check_object_responsible', { synchronize: false })
export class CheckObject {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'text', nullable: true }) uscc!: string | null;
  @Column({ name: 'registration_no', type: 'text', nullable: true }) registrationNo!: string | null;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) name!: string;
  /** The name in normal form (domain/text/normal-form.ts). */
  @Column({ name: 'name_key', type: 'text', default: '' }) nameKey!: string;
  /** active · dormant 歇业 · deregistered 注销 · revoked 吊销 · cancelled 撤销 · movedOut 迁出 · suspended 停业, which is no state of the register. */
  @Column({ type: 'text', default: 'active' }) status!: string;
  @Column({ name: 'founded_on', type: 'date', nullable: true }) foundedOn!: string | null;
  @Column({ type: 'text', nullable: true }) address!: string | null;
  /** The address in normal form; empty where there is none. */
  @Column({ name: 'address_key', type: 'text', default: '' }) addressKey!: string;
  /** Short code: county 6 digits, town 9. */
  @Column({ type: 'text', nullable: true }) division!: string | null;
  @Column({ type: 'text', nullable: true }) industry!: string | null;
  @Column({ type: 'text', nullable: true }) scope!: string | null;
  @Column({ name: 'legal_representative', type: 'text', nullable: true }) legalRepresentative!: string | null;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ name: 'responsible_departments', type: 'text', array: true, default: () => "'{}'" })
  responsibleDepartments!: string[];
  @Column({ type: 'text', array: true, default: () => "'{}'" }) tags!: string[];
  /** The tags in normal form, each in the place of its tag. */
  @Column({ name: 'tag_keys', type: 'text', array: true, default: () => "'{}'" }) tagKeys!: string[];
  @Column({ type: 'jsonb', default: () => "'[]'" }) licences!: Licence[];
  @Column({ name: 'risk_class', type: 'text', nullable: true }) riskClass!: string | null;
  @Column({ name: 'risk_source', type: 'text', nullable: true }) riskSource!: string | null;
  @Column({ name: 'credit_status', type: 'text', nullable: true }) creditStatus!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'last_checked_on', type: 'date', nullable: true }) lastCheckedOn!: string | null;
  /** The record that stands, where a person has found this one to be another record of the same firm. */
  @Column({ name: 'same_as', type: 'uuid', nullable: true }) sameAs!: string | null;
  /** Records of the same name and address of which a person has said here that they are other firms. */
  @Column({ name: 'different_from', type: 'uuid', array: true, default: () => "'{}'" }) differentFrom!: string[];
  @Column({ name: 'import_batch', type: 'uuid', nullable: true }) importBatch!: string | null;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
