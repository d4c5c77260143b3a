import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An administrative division (GB/T 2260 and the statistical codes below the county). */
@Entity({ name: 'division' })
@Index('division_short_code', ['shortCode'], { unique: true })
export class Division {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ name: 'short_code', type: 'text' }) shortCode!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) parent!: string | null;
  @Column({ type: 'integer' }) level!: number;
  @Column({ type: 'text' }) kind!: string;
}
