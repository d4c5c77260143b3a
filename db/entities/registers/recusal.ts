import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An officer must not check this object (行政处罚法 第四十三条). */
@Entity({ name: 'recusal' })
@Index('recusal_object', ['objectId'])
export class Recusal {
  @PrimaryColumn({ name: 'inspector_id', type: 'uuid' }) inspectorId!: string;
  @PrimaryColumn({ name: 'object_id', type: 'uuid' }) objectId!: string;
  @Column({ type: 'text' }) reason!: string;
}
