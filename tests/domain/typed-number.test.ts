import { typedDocumentNumber } from '../../domain/typed-document-number';
import { numberPattern } from '../../domain/typed-number';
import { searchTrouble } from '../../domain/text/search-trouble';

test.each([
  ['320723-2026-L0007-C1-J00012', '%.320723.2026.l7.c1.j12.%'],
  ['3207232026L0007C1J12', '%.320723.2026.l7.c1.j12.%'],
  ['３２０７２３—２０２６—l7', '%.320723.2026.l7.%'],
  ['L0007', '%.l7.%'],
  ['l7-c1', '%.l7.c1.%'],
  ['2026L7', '%.2026.l7.%'],
  ['2026-0007', '%.2026._7.%'],
  ['0007', '%._7.%'],
  ['L7-C', '%.l7.c%'],
  ['J00012', '%.j12.%'],
  ['320723-2026-L0001-C1-J00001-SCJG-Y1', '%.320723.2026.l1.c1.j1.scjgy1.%'],
  ['3207232026L1C1J1SCJGY1', '%.320723.2026.l1.c1.j1.scjgy1.%'],
  ['J00001-SCJG', '%.j1.scjg%'],
  ['L1000000', '%.l1000000.%'],
])('“%s” is the number %s', (typed, pattern) => expect(numberPattern(typed)).toBe(pattern));

test.each(['消防', '2026年', 'a', '-', '', '91320723MA1A000165', '100%', "7'", '1234567890123', 'L7年', 'L7-C-1'])(
  '“%s” is no number of a case',
  (typed) => expect(numberPattern(typed)).toBeUndefined(),
);

test.each([
  ['灌市监函〔2026〕7号', { mark: '灌市监函', year: 2026, serial: 7 }],
  ['灌市监函[2026]07号', { mark: '灌市监函', year: 2026, serial: 7 }],
  ['灌市监函 （２０２６） 第７号', { mark: '灌市监函', year: 2026, serial: 7 }],
  ['函20267号', { mark: '函', year: 2026, serial: 7 }],
  ['函7', { mark: '函', serial: 7 }],
  ['〔2026〕12号', { mark: '', year: 2026, serial: 12 }],
])('“%s” is a 文号', (typed, read) => expect(typedDocumentNumber(typed)).toEqual(read));

test.each(['7', '20267', '320723-2026-L0007', '灌市监函', '91320723MA1A000165', ''])('“%s” is no 文号', (typed) =>
  expect(typedDocumentNumber(typed)).toBeUndefined(),
);

// GB 11643, invented.
const card = '320723199001011237';
test.each([
  ['', 'empty'],
  [' \u200B ', 'empty'],
  ['某', 'tooShort'],
  ['某 镇', 'tooShort'],
  ['字'.repeat(101), 'tooLong'],
  [card, 'identityCard'],
  [`张三${card}`, 'identityCard'],
  ['320723 19900101 1237', 'identityCard'],
  ['３２０７２３１９９００１０１１２３７', 'identityCard'],
  [`${card}${'字'.repeat(200)}`, 'identityCard'],
  ['某镇', undefined],
  ['某 海鲜', undefined],
  ['320723-2026-L0007', undefined],
  ['91320723MA1A000165', undefined],
])('searching for “%s”: %s', (typed, trouble) => expect(searchTrouble(typed)).toBe(trouble));
