import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit: members of the conference, the joint-meeting office, and bodies that take part by invitation. */
@Entity({ name: 'department' })
export class Department {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'short_name', type: 'text' }) shortName!: string;
  @Column({ name: 'full_name', type: 'text' }) fullName!: string;
  /** 机关代字: with it the unit's 发文字号 begin; where it is not set, its short name stands. */
  @Column({ name: 'document_mark', type: 'text', nullable: true }) documentMark!: string | null;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'text' }) sector!: string;
  /** Public telephone of the unit, which its papers name; null until somebody has entered it. */
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'boolean' }) inspects!: boolean;
  @Column({ type: 'boolean' }) member!: boolean;
  @Column({ name: 'by_invitation', type: 'boolean', default: false }) byInvitation!: boolean;
  @Column({ type: 'integer', default: 0 }) position!: number;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
