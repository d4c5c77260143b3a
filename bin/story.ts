import path from 'node:path';
import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { demonstrationPassword } from '../db/seeds/demonstration';
import { storyStanding } from '../db/seeds/story-standing';
import { shanghaiDay } from '../domain/calendar/shanghai-day';
import { People } from './demo/people';
import { officerAccounts } from './demo/story/officer-accounts';
import { Player } from './demo/story/player';
import { readChapters } from './demo/story/read-chapters';
import { tellStory } from './demo/story/tell-story';

const reportEveryMs = 10_000;

/**
 * Plays the demonstration county's cases on the running system, over HTTP and under the demonstration accounts.
 * Ended half-way it goes on at its next start; run again, it changes nothing. Silent where everything is there.
 */
async function tell(): Promise<void> {
  const config = loadConfig();
  if (config.production || !config.demonstration)
    throw new Error('The demonstration’s cases are for the demonstration county alone; nothing was played.');
  if (!config.databaseUrl) throw new Error('DATABASE_URL is not given: run this beside a started system');
  const chapters = readChapters(path.join(__dirname, '..', '..', 'data', 'demonstration', 'story'));
  const dataSource = await createDataSource(config.databaseUrl, 2).initialize();
  const standing = await storyStanding(dataSource).finally(() => dataSource.destroy());
  if ('notOurs' in standing)
    return console.log(`demonstration cases: not played, because this is no fresh demonstration: ${standing.notOurs}`);

  const steps = chapters.flatMap((chapter) => chapter.steps);
  const known = steps.filter((step) => standing.played.has(step.key)).length;
  if (known === steps.length) return;
  let done = 0;
  const began = Date.now();
  console.log(
    `demonstration cases: playing ${chapters.length} joint checks in the background; a start after a stop goes on where this one ended`,
  );
  const report = setInterval(
    () => console.log(`demonstration cases: ${known + done} of ${steps.length} acts`),
    reportEveryMs,
  );
  const people = new People(
    `http://${reachable(config.host)}:${config.port}`,
    demonstrationPassword(config.demonstrationSeed),
  );
  const player = new Player(people, officerAccounts(standing.officers), shanghaiDay(Date.now()));
  const left = await tellStory(player, chapters, standing, () => (done += 1)).finally(() => clearInterval(report));
  for (const { name, at, why } of left) console.log(`demonstration cases: ${name} was left at ${at}: ${why}`);
  console.log(`demonstration cases: ${done} acts played in ${Math.round((Date.now() - began) / 1000)} s`);
}

function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

tell().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
