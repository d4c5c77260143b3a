import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a case is found by; triggers of the database keep it beside the case and its firm's name, and nothing else writes it. */
@Entity({ name: 'case_search' })
@Index('case_search_order', ['kind', 'openedAt', 'caseId'])
@Index('case_search_marks', { synchronize: false })
export class CaseSearch {
  @PrimaryColumn({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  /** Title and the firm's name in normal form. */
  @Column({ type: 'text' }) key!: string;
  /** The number in groups without dashes and leading zeros, such as `.320723.2026.l7.c1.`. */
  @Column({ type: 'text' }) number!: string;
  /** The pairs of signs of both, the kind, and `@` with each unit that may read the case. */
  @Column({ type: 'text', array: true }) marks!: string[];
}
