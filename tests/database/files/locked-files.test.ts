import papers from '../../fixtures/locked-papers.json';
import { pdfLocks } from '../../../services/files/pdf-locks';

// Made by another program's encryption, each once with a password to open it and once closed to changes alone.
const made: Record<string, string> = papers;

test.each(Object.keys(made))('%s', (name) => {
  const content = Buffer.from(made[name] ?? '', 'base64');
  expect(pdfLocks(content)).toBe(name.endsWith('with a password'));
});

const text = (said: string) => pdfLocks(Buffer.from(said, 'latin1'));
test.each([
  ['a text that only tells of it', '%PDF-1.7 (see /Encrypt 5 0 R)'],
  ['a lock that is not there', '%PDF-1.7 trailer << /Encrypt 9 0 R >>'],
  ['one cut off', '%PDF-1.7 5 0 obj << /Filter /Standard /R 3 /O (abc'],
  ['one whose proof is cut off', '5 0 obj << /Filter /Standard /R 3 /U (abc /Encrypt 5 0 R'],
  ['a lock of another kind', '5 0 obj << /Filter /Adobe.PubSec /R 4 /O (a) /U (b) >> trailer << /Encrypt 5 0 R >>'],
  ['brackets without end', `/Encrypt << ${'('.repeat(5000)}`],
  ['dictionaries without end', `/Encrypt << ${'/A << '.repeat(5000)}`],
  ['nothing', ''],
])('%s is said of nothing that is not known', (_what, said) => {
  expect(text(said)).toBe(false);
});
