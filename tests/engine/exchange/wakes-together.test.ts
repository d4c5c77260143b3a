import { wakeTogether } from '../../../engine/wake-together';

const apartMs = 40;

test('of many that publish at once the first wakes at once and all others share one signal, sent after they asked', async () => {
  const sent: string[] = [];
  const wake = wakeTogether(async (platform) => void sent.push(platform), apartMs);
  await wake('first');
  expect(sent).toEqual(['first']);
  const others = Array.from({ length: 30 }, () => wake('first'));
  expect(sent).toEqual(['first']);
  await Promise.all(others);
  expect(sent).toEqual(['first', 'first']);
});

test('whoever asks while a signal is on its way gets one that is sent later', async () => {
  let arrive: () => void = () => undefined;
  let sent = 0;
  const wake = wakeTogether(() => {
    sent += 1;
    return new Promise((resolve) => (arrive = resolve));
  }, apartMs);
  const first = wake('slow');
  const second = wake('slow');
  arrive();
  await first;
  expect(sent).toBe(1);
  while (sent < 2) await new Promise(setImmediate);
  arrive();
  await second;
  expect(sent).toBe(2);
});

test('platforms do not wait for each other, and a signal that fails is told to all who share it and to nobody after', async () => {
  let broken = false;
  const sent: string[] = [];
  const wake = wakeTogether(async (platform) => {
    if (broken) throw new Error('the engine is away');
    sent.push(platform);
  }, apartMs);
  await Promise.all([wake('a'), wake('b')]);
  expect(sent).toEqual(['a', 'b']);
  broken = true;
  const ends = await Promise.allSettled([wake('a'), wake('a')]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  await wake('a');
  expect(sent).toEqual(['a', 'b', 'a']);
});
