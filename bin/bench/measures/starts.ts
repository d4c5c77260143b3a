import { cpSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { absoluteFigure, type Figure } from '../figure';
import { RunningSystem, type SystemPlace } from '../system/running-system';

/** What a fresh copy of the project does not have. */
const notFresh = new Set(['node_modules', 'dist', 'coverage', '.data', '.git']);

/** From the command to `ready`: the first time in a fresh copy of the project, and later times on the same data. */
export async function measureStarts(
  repeats: number,
  { root, scratch, cacheDir }: { root: string; scratch: string; cacheDir: string },
): Promise<Figure[]> {
  const project = join(scratch, 'fresh');
  mkdirSync(project);
  cpSync(root, project, { recursive: true, filter: (source) => !notFresh.has(basename(source)) || source === root });
  const place: SystemPlace = { project, dataDir: join(scratch, 'fresh-data'), cacheDir };
  const first = await startOnce(place, (system) => system.storyTold);
  const later: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) later.push(await startOnce(place));
  return [
    absoluteFigure(
      {
        name: 'first-start',
        what: 'fresh copy of the project to `ready`: packages, build, database, county',
        goal: { atMost: 60 },
        unit: 's',
      },
      [first],
      'packages from a warm cache, engine and browser there already',
    ),
    absoluteFigure(
      { name: 'later-starts', what: 'the same data started again, to `ready`', goal: { atMost: 15 }, unit: 's' },
      later,
      'five parts on what the start before left',
    ),
  ];
}

async function startOnce(
  place: SystemPlace,
  rest: (system: RunningSystem) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const system = await RunningSystem.start(place);
  await rest(system);
  await system.stop();
  return system.startSeconds;
}
