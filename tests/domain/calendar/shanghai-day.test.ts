import { shanghaiDay } from '../../../domain/calendar/shanghai-day';

test('the legal day turns at midnight in Shanghai, eight hours before UTC', () => {
  expect(shanghaiDay('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
  expect(shanghaiDay('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
  expect(shanghaiDay(new Date('2025-12-31T16:00:00.000Z'))).toBe('2026-01-01');
  expect(shanghaiDay(Date.parse('2024-02-28T20:00:00.000Z'))).toBe('2024-02-29');
});
