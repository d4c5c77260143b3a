import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A department's check item; what it says stands in its versions. */
@Entity({ name: 'check_item' })
@Index('check_item_department', ['department'])
export class CheckItem {
  /** Department code and number, such as SCJG-CC001. */
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) department!: string;
  @Column({ type: 'boolean', default: true }) active!: boolean;
  /** The number of the newest version; the optimistic check of item changes. */
  @Column({ type: 'integer', default: 1 }) version!: number;
}
