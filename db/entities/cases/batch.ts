import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One draw batch: the act that froze it named its pool. */
@Entity({ name: 'batch' })
export class Batch {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @Column({ type: 'uuid' }) pool!: string;
}
