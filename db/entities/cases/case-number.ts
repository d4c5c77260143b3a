import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Numbers given out; a number belongs to one submission for ever, so that a repeated post takes no second one. */
@Entity({ name: 'case_number' })
@Index('case_number_submission', ['submission'], { unique: true })
export class CaseNumber {
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @PrimaryColumn({ type: 'integer' }) serial!: number;
  @Column({ type: 'text' }) submission!: string;
}
