import fc from 'fast-check';
import { neutraliseCell } from '../../../domain/registers/neutralise-cell';

test.each(['=1+1', '+86', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('%j leaves as text', (cell) => {
  expect(neutraliseCell(cell)).toBe(`'${cell}`);
});

test('nothing that leaves starts like a formula, and other text leaves unchanged', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => !/^[=+\-@\t\r\n]/.test(neutraliseCell(text)) && neutraliseCell(text).endsWith(text),
    ),
  );
  expect(neutraliseCell('灌云样例（五三）')).toBe('灌云样例（五三）');
});
