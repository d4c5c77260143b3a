import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person has typed into a form and not yet sent. */
@Entity({ name: 'draft' })
export class Draft {
  @PrimaryColumn({ type: 'uuid' }) account!: string;
  @PrimaryColumn({ type: 'text' }) form!: string;
  @Column({ type: 'jsonb' }) body!: Record<string, unknown>;
  @Column({ name: 'saved_at', type: 'timestamptz' }) savedAt!: Date;
}
