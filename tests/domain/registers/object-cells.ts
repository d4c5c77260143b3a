/** The cells of one plain row of the object table: a new firm in 伊山镇 of which nothing is wrong. */
export const objectCells: readonly string[] = [
  '1',
  '甲公司',
  '91320723MA1A000165',
  '企业',
  '甲',
  '',
  '',
  '伊山镇',
  '6210',
  '2020-01-01',
  '在业',
  'A',
  '',
];
