import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An official document: asked for by an act, drawn by the documents worker, kept as a file. */
@Entity({ name: 'document' })
@Index('document_case', ['caseId'])
export class Document {
  /** The key of the effect that asks for it, so that a repeated effect makes no second document. */
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ type: 'text', nullable: true }) department!: string | null;
  @Column({ type: 'text' }) title!: string;
  /** queued · ready · failed. */
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'jsonb', nullable: true }) failure!: Record<string, unknown> | null;
  @Column({ name: 'file_id', type: 'uuid', nullable: true }) fileId!: string | null;
  @Column({ type: 'integer', default: 0 }) done!: number;
  @Column({ type: 'integer', default: 1 }) total!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
