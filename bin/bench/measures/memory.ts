import { setTimeout as pause } from 'node:timers/promises';
import { absoluteFigure, type Figure } from '../figure';
import { treeMemory, type TreeMemory } from '../system/process-memory';

/** How long nobody has asked for anything. */
const idleSeconds = 120;
const apartMs = 2_000;

/** Memory of all processes of a system together, after it has worked and then rested. */
export async function measureMemory(
  repeats: number,
  supervisorPid: number,
  parts: Record<string, number>,
): Promise<Figure> {
  await pause(idleSeconds * 1000);
  const readings: TreeMemory[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    readings.push(treeMemory(supervisorPid));
    await pause(apartMs);
  }
  const [last] = readings.slice(-1);
  const shares = Object.entries({ supervisor: supervisorPid, ...parts }).map(
    ([name, pid]) => `${name} ${megabytes(shareOf(pid, name === 'supervisor'))}`,
  );
  return absoluteFigure(
    {
      name: 'memory',
      what: `idle memory of all processes together, ${idleSeconds} s after the last act`,
      goal: { atMost: 1.5 },
      unit: 'GB',
    },
    readings.map(({ bytes }) => bytes / 1e9),
    `${last?.kind ?? 'PSS'} in MB of ${last?.processes.length ?? 0} processes: ${shares.join(', ')}`,
  );

  function shareOf(pid: number, alone: boolean): number {
    const { processes } = treeMemory(pid);
    return processes.filter((process) => !alone || process.pid === pid).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
