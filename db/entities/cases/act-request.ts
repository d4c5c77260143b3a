import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One attempt of a person at an act, signed by the web. The engine carries its key and nothing else of it. */
@Entity({ name: 'act_request' })
@Index('act_request_case', ['caseId', 'submission'])
@Index('act_request_pace', ['account', 'at'])
export class ActRequestRow {
  @PrimaryColumn({ type: 'uuid' }) key!: string;
  /** Absent where the act opens a case. */
  @Column({ name: 'case_id', type: 'text', nullable: true }) caseId!: string | null;
  @Column({ type: 'text' }) act!: string;
  @Column({ type: 'text' }) account!: string;
  @Column({ type: 'text' }) submission!: string;
  @Column({ type: 'timestamptz', precision: 3 }) at!: Date;
  /** Canonical JSON of the request, the bytes that were signed. */
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'key_id', type: 'text' }) keyId!: string;
  @Column({ type: 'text' }) signature!: string;
}
