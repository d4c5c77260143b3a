import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person opened a case in a list before acting on many: whoever answers for it had it before them. */
@Entity({ name: 'row_opening' })
export class RowOpening {
  @PrimaryColumn({ type: 'uuid' }) account!: string;
  @PrimaryColumn({ name: 'case_id', type: 'text' }) caseId!: string;
  @PrimaryColumn({ type: 'text' }) act!: string;
  /** Of what the act replaces or rests on; 0 where it rests on nothing. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
}
