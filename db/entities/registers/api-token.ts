import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token of the programming interface; only its SHA-256 is kept. */
@Entity({ name: 'api_token' })
@Index('api_token_account', ['accountId'])
export class ApiToken {
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ type: 'text' }) label!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
}
