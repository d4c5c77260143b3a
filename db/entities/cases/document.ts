import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An official document: asked for by an act, drawn by the documents worker, kept as a file. */
@Entity({ name: 'document' })
@Index('document_case', ['caseId'])
export class Document {
  /** The key of the effect that asks for it, so that a repeated effect makes no second document; of a print the hash of what it shows. */
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
  /** What it shows, from when it was asked for: one entry a paper, with the case that it tells of. */
  @Column({ type: 'jsonb', nullable: true }) content!: unknown;
  /** Asked for by a person, and keyed by the hash of what it shows; the others are an act's. */
  @Column({ name: 'by_hand', type: 'boolean', default: false }) byHand!: boolean;
  /** Papers of it that could not be made, each with its reason. */
  @Column({ type: 'jsonb', default: () => "'[]'" }) failures!: unknown;
  /** Cases that have no paper in it, each with its reason. */
  @Column({ name: 'left_out', type: 'jsonb', default: () => "'[]'" }) leftOut!: unknown;
  /** Since when another print of the same shows something else, and which. */
  @Column({ name: 'overtaken_at', type: 'timestamptz', nullable: true }) overtakenAt!: Date | null;
  @Column({ name: 'overtaken_by', type: 'text', nullable: true }) overtakenBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
