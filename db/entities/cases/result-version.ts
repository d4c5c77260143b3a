import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a record form as it was entered; a later one never overwrites it (M15). */
@Entity({ name: 'result_version' })
export class ResultVersion {
  @PrimaryColumn({ name: 'visit_id', type: 'text' }) visitId!: string;
  @PrimaryColumn({ type: 'text' }) department!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) form!: Record<string, unknown>;
  @Column({ name: 'entered_by', type: 'text' }) enteredBy!: string;
  @Column({ name: 'entered_at', type: 'timestamptz' }) enteredAt!: Date;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'text' }) sha256!: string;
}
