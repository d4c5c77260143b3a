import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A name that an officer must keep away from and that told no single firm; while it is open the officer is in no pool. */
@Entity({ name: 'recusal_name' })
@Index('recusal_name_once', ['inspectorId', 'key'], { unique: true })
@Index('recusal_name_open', ['inspectorId'], { where: 'resolved_at IS NULL' })
export class RecusalName {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ name: 'inspector_id', type: 'uuid' }) inspectorId!: string;
  /** As it was given. */
  @Column({ type: 'text' }) given!: string;
  /** Its normal form. */
  @Column({ type: 'text' }) key!: string;
  /** unknown = no firm of the register · several = more than one, or a part of their names. */
  @Column({ type: 'text' }) cause!: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) since!: Date;
  @Column({ name: 'resolved_at', type: 'timestamptz', nullable: true }) resolvedAt!: Date | null;
  @Column({ name: 'resolved_by', type: 'text', nullable: true }) resolvedBy!: string | null;
  /** firms = a person said which · nobody = a person found that it names no firm of the register. */
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
}
