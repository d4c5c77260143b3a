import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An officer of a frozen roster with the public id; one who was left out carries the reason. */
@Entity({ name: 'batch_inspector' })
export class BatchInspector {
  @PrimaryColumn({ type: 'uuid' }) pool!: string;
  @PrimaryColumn({ name: 'inspector_id', type: 'uuid' }) inspectorId!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ name: 'public_id', type: 'text', nullable: true }) publicId!: string | null;
  @Column({ type: 'text', nullable: true }) exclusion!: string | null;
}
