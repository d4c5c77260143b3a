import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 发文字号 as the issuing unit's own register gave them; each is given once and never changes. */
@Entity({ name: 'document_number' })
@Index('document_number_subject', ['subject'], { unique: true })
export class DocumentNumber {
  @PrimaryColumn({ type: 'text' }) unit!: string;
  /** What follows the unit's mark: 函, 发, 检通 … */
  @PrimaryColumn({ type: 'text' }) series!: string;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @PrimaryColumn({ type: 'integer' }) serial!: number;
  /** The whole number as it is printed, with the unit's mark of that day. */
  @Column({ type: 'text' }) number!: string;
  /** The one paper that bears it, however often it is printed. */
  @Column({ type: 'text' }) subject!: string;
  @Column({ name: 'given_at', type: 'timestamptz' }) givenAt!: Date;
}
