import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A county policy that may be edited, with the source of its value. */
@Entity({ name: 'setting' })
export class Setting {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'jsonb' }) value!: unknown;
  @Column({ type: 'text' }) source!: string;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
