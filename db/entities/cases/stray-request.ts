import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What reached a case with neither a signed request nor a recorded source, counted by day: somebody uses the engine past the web. */
@Entity({ name: 'stray_request' })
export class StrayRequest {
  @PrimaryColumn({ type: 'date' }) day!: string;
  /** The workflow that it was sent to. */
  @PrimaryColumn({ type: 'text' }) place!: string;
  @Column({ type: 'integer' }) count!: number;
  /** Code of why the last one counted as stray. */
  @Column({ type: 'text' }) reason!: string;
  @Column({ name: 'first_at', type: 'timestamptz' }) firstAt!: Date;
  @Column({ name: 'last_at', type: 'timestamptz' }) lastAt!: Date;
  /** When and by whom it was taken note of; what came after that is not seen. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true }) seenAt!: Date | null;
  @Column({ name: 'seen_by', type: 'text', nullable: true }) seenBy!: string | null;
}
