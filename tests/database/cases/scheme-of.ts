import type { DataSource } from 'typeorm';
import { shiftDay } from '../../../domain/calendar/iso-day';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';

/** A scheme of three departments on the rows of a county. */
export async function schemeOf(dataSource: DataSource): Promise<Record<string, unknown>> {
  const rows: { code: string; department: string }[] = await dataSource.query(
    'SELECT code, department FROM check_item ORDER BY code',
  );
  const itemsOf = (department: string) =>
    rows
      .filter((row) => row.department === department)
      .slice(0, 2)
      .map(({ code }) => code);
  const today = shanghaiDay(Date.now());
  return {
    title: '联合抽查的测试',
    tasks: ['SCJG', 'WJW', 'YJJ'].map((department) => ({ department, items: itemsOf(department), officers: 2 })),
    scope: {},
    strata: [{ scale: 'general', grade: 'C', count: 1 }],
    windowFrom: today,
    windowTo: shiftDay(today, 30),
    objectsPerTrip: 1,
  };
}
