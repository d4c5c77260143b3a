import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An object of a frozen pool with its public id; one that was left out carries the reason. */
@Entity({ name: 'batch_object' })
@Index('batch_object_public', ['pool', 'publicId'])
export class BatchObject {
  @PrimaryColumn({ type: 'uuid' }) pool!: string;
  @PrimaryColumn({ name: 'object_id', type: 'uuid' }) objectId!: string;
  @Column({ name: 'public_id', type: 'text', nullable: true }) publicId!: string | null;
  @Column({ type: 'text' }) stratum!: string;
  @Column({ type: 'text', nullable: true }) area!: string | null;
  /** Why the object was left out before the freeze; absent where it is in the pool. */
  @Column({ type: 'text', nullable: true }) exclusion!: string | null;
  /** Place in the order of the draw, from 1; absent where it was not drawn. */
  @Column({ type: 'integer', nullable: true }) sequence!: number | null;
}
