import type { Actor } from '../../../domain/actor';
import { backoffMs } from '../../../domain/exchange/backoff';
import { exchangeViewOf, mayActOnMessage } from '../../../domain/exchange/permission';
import { exchangePlatforms, findPlatform } from '../../../domain/exchange/platform';

const limits = { firstBackoffMs: 1_000, maxBackoffMs: 60_000 };

describe('the wait before the next attempt', () => {
  test('doubles and stops at the limit', () => {
    expect([1, 2, 3, 7, 1_000].map((failures) => backoffMs(failures, limits, 1))).toEqual([
      1_000, 2_000, 4_000, 60_000, 60_000,
    ]);
  });

  test('is spread over its upper half', () => {
    expect([0, 0.5, 1].map((jitter) => backoffMs(2, limits, jitter))).toEqual([1_000, 1_500, 2_000]);
  });

  test('is never shorter than the platform asked for', () => {
    expect(backoffMs(1, limits, 1, 90_000)).toBe(90_000);
    expect(backoffMs(0, limits, 1, 10)).toBe(1_000);
  });
});

describe('who sees and who acts', () => {
  const actor = (capacity: Actor['capacity'], department = 'SCJG'): Actor => ({ account: 'a', capacity, department });

  test.each(['departmentLiaison', 'inspector', 'securityAdministrator', 'auditAdministrator'])(
    '%s sees no queue',
    (capacity) => expect(exchangeViewOf({ department: 'SCJG', capacities: [capacity] })).toBeUndefined(),
  );

  test('the system administrator sees all, a department its own', () => {
    expect(exchangeViewOf({ department: 'OFFICE', capacities: ['systemAdministrator'] })).toEqual({
      all: true,
      records: false,
    });
    expect(exchangeViewOf({ department: 'SCJG', capacities: ['inspector', 'departmentHandler'] })).toEqual({
      department: 'SCJG',
      records: true,
    });
    expect(exchangeViewOf({ department: 'SCJG', capacities: ['departmentLeader'] })).toEqual({
      department: 'SCJG',
      records: true,
    });
  });

  test.each(['officeHandler', 'officeDirector', 'supervisor'] as const)(
    '%s reads all and acts on nothing',
    (capacity) => {
      expect(exchangeViewOf({ department: 'OFFICE', capacities: [capacity] })).toEqual({ all: true, records: true });
      expect(mayActOnMessage(actor(capacity, 'OFFICE'), { department: 'OFFICE' })).toBe(false);
      expect(mayActOnMessage(actor(capacity), { department: 'SCJG' })).toBe(false);
    },
  );

  test('only the handler of the same department acts', () => {
    expect(mayActOnMessage(actor('departmentHandler'), { department: 'SCJG' })).toBe(true);
    expect(mayActOnMessage(actor('departmentHandler', 'SFJ'), { department: 'SCJG' })).toBe(false);
    expect(mayActOnMessage(actor('departmentLeader'), { department: 'SCJG' })).toBe(false);
    expect(mayActOnMessage(actor('systemAdministrator'), { department: 'SCJG' })).toBe(false);
  });
});

test('a platform is found by its key alone', () => {
  expect(exchangePlatforms.map((platform) => findPlatform(platform.key)?.key)).toEqual([
    'public-credit',
    'joint-discipline',
  ]);
  expect(findPlatform('toString')).toBeUndefined();
});
