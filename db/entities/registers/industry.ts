import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A class of GB/T 4754-2017; sections are letters, what stands below them are 2 to 4 digits. */
@Entity({ name: 'industry' })
@Index('industry_parent', ['parent'])
export class Industry {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) parent!: string | null;
  @Column({ type: 'integer' }) level!: number;
}
