import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a platform's queue goes on, held where every taker looks: nobody takes faster by starting a queue of their own. */
@Entity({ name: 'platform_pace' })
export class PlatformPace {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'PK_platform_pace' })
  platform!: string;

  /** Nothing is taken before, by the database's clock. */
  @Column({ name: 'not_before', type: 'timestamptz', nullable: true })
  notBefore!: Date | null;

  /** Rounds in a row in which the platform was in the way. */
  @Column({ type: 'integer', default: 0 })
  failures!: number;

  /** The taking whose failure was counted last. */
  @Column({ name: 'failed_claim', type: 'varchar', length: 100, nullable: true })
  failedClaim!: string | null;

  /** The taking of which the platform answered something. */
  @Column({ name: 'answered_claim', type: 'varchar', length: 100, nullable: true })
  answeredClaim!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
