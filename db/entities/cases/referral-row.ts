import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A referral as lists read it. */
@Entity({ name: 'referral' })
@Index('referral_visit', ['visitId'])
@Index('referral_department', ['department', 'stage'])
@Index('referral_object', ['objectId'])
export class ReferralRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'visit_id', type: 'text' }) visitId!: string;
  @Column({ name: 'check_id', type: 'text' }) checkId!: string;
  @Column({ name: 'object_id', type: 'uuid' }) objectId!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ name: 'referral_kind', type: 'text' }) referralKind!: string;
  @Column({ type: 'text', nullable: true }) addressee!: string | null;
  @Column({ type: 'text' }) stage!: string;
}
