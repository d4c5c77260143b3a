import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field and item of the joint check list: who initiates, who takes part. */
@Entity({ name: 'joint_item' })
export class JointItem {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) field!: string;
  @Column({ type: 'text' }) item!: string;
  @Column({ name: 'object_type', type: 'text' }) objectType!: string;
  @Column({ name: 'initiating_departments', type: 'text' }) initiatingDepartments!: string;
  @Column({ name: 'participating_departments', type: 'text' }) participatingDepartments!: string;
  @Column({ name: 'initiating_codes', type: 'text', array: true }) initiatingCodes!: string[];
  @Column({ name: 'participating_codes', type: 'text', array: true }) participatingCodes!: string[];
  @Column({ type: 'text', nullable: true }) level!: string | null;
  @Column({ name: 'item_class', type: 'text', nullable: true }) itemClass!: string | null;
  @Column({ type: 'text', nullable: true }) method!: string | null;
  @Column({ name: 'ratio_frequency', type: 'text', nullable: true }) ratioFrequency!: string | null;
  @Column({ type: 'text', nullable: true }) basis!: string | null;
  @Column({ type: 'text' }) source!: string;
  @Column({ type: 'text' }) confidence!: string;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
