import { shortCode } from '../../api/faces/draw/proof';

test('a short code is the beginning of the whole one, in groups that can be read aloud', () => {
  expect(shortCode('44ad5a4a8c81eafb630d2a3f49bcf30d')).toBe('44ad 5a4a 8c81 eafb');
});
