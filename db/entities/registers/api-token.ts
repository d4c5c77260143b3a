import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token of the programming interface; only its SHA-256 is kept. */
@Entity({ name: 'api_token' })
@Index('api_token_account', ['accountId'])
@Index('api_token_id', ['id'], { unique: true })
export class ApiToken {
  @PrimaryColumn({ type: 'text' }) hash!: string;
  /** Names the token where it is listed and ended; opens nothing. */
  @Column({ type: 'uuid' }) id!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ type: 'text' }) label!: string;
  /** What it may do of what its account may do. */
  @Column({ type: 'text', array: true }) scope!: string[];
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'last_used_on', type: 'date', nullable: true }) lastUsedOn!: string | null;
}
