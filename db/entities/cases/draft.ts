import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person has typed into a form and not yet sent. */
@Entity({ name: 'draft' })
export class Draft {
  @PrimaryColumn({ type: 'uuid' }) account!: string;
  @PrimaryColumn({ type: 'text' }) form!: string;
  /** The one showing of the form in which it was typed. */
  @PrimaryColumn({ type: 'text' }) opening!: string;
  /** Counted up by every save of it. */
  @Column({ type: 'integer' }) revision!: number;
  /** What stood in the form when it was opened, where the form is about a version. */
  @Column({ type: 'jsonb', nullable: true }) opened!: Record<string, unknown> | null;
  @Column({ type: 'jsonb' }) body!: Record<string, unknown>;
  @Column({ name: 'saved_at', type: 'timestamptz' }) savedAt!: Date;
}
