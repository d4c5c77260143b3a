import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

const classByHand = `register = 'object' AND cause <> 'imported' AND after ? 'risk_class'`;

/** What changed in a register row, readable as history; the entry in `acts` is the proof. */
@Entity({ name: 'register_change' })
@Index('register_change_subject', ['register', 'subjectId', 'version'])
@Index('register_change_act', ['actId'])
@Index('register_change_class', ['at'], { where: classByHand })
export class RegisterChange {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column({ type: 'text' }) register!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) actor!: string;
  @Column({ type: 'text' }) cause!: string;
  @Column({ type: 'jsonb', nullable: true }) before!: Record<string, unknown> | null;
  @Column({ type: 'jsonb', nullable: true }) after!: Record<string, unknown> | null;
  @Column({ name: 'act_id', type: 'bigint' }) actId!: string;
}
