import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person's way in. The password is kept as scrypt with its own parameters and salt. */
@Entity({ name: 'account' })
@Index('account_username', ['username'], { unique: true })
@Index('account_department', ['department'])
@Index('account_inspector', ['inspectorId'], { unique: true, where: 'inspector_id IS NOT NULL' })
export class Account {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'text' }) username!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'text', array: true }) capacities!: string[];
  @Column({ name: 'password_hash', type: 'text', select: false }) passwordHash!: string;
  @Column({ name: 'must_change_password', type: 'boolean', default: true }) mustChangePassword!: boolean;
  @Column({ name: 'failed_attempts', type: 'integer', default: 0 }) failedAttempts!: number;
  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true }) lockedUntil!: Date | null;
  @Column({ type: 'boolean', default: true }) active!: boolean;
  @Column({ name: 'inspector_id', type: 'uuid', nullable: true }) inspectorId!: string | null;
  @Column({ type: 'boolean', default: false }) demonstration!: boolean;
  /** A system's: nobody signs in with it, it works by tokens alone. */
  @Column({ type: 'boolean', default: false }) machine!: boolean;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ type: 'integer', default: 1 }) version!: number;
}
