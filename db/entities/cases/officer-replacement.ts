import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An officer whom the leader replaced before the entry, in the drawn order; a line of the bundle's list of replacements. */
@Entity({ name: 'officer_replacement' })
@Index('officer_replacement_batch', ['batch'])
export class OfficerReplacement {
  /** The act by which it was done. */
  @PrimaryColumn({ name: 'act_id', type: 'bigint' }) actId!: string;
  @Column({ type: 'text' }) batch!: string;
  @Column({ name: 'visit_id', type: 'text' }) visitId!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ name: 'object_id', type: 'uuid' }) objectId!: string;
  @Column({ name: 'officer_out', type: 'uuid' }) officerOut!: string;
  @Column({ name: 'officer_in', type: 'uuid' }) officerIn!: string;
  /** recusal 回避 · certificate 证件失效 · transferred 调离 · leave 病休事假 · suspended 停职. */
  @Column({ name: 'reason_code', type: 'text' }) reasonCode!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}
