import { RefusedError } from '../careful-client';
import type { Player } from './player';
import type { ToldChapter } from './read-chapters';

/** What the database says of an earlier telling. */
export interface EarlierTelling {
  /** Submissions of steps that were played. */
  played: ReadonlySet<string>;
  /** Numbers of checks on which people have acted of their own; the story leaves them to them. */
  taken: ReadonlySet<string>;
}

/** A chapter that did not come to its end, and why. */
export interface LeftChapter {
  name: string;
  at: string;
  why: string;
}

const atOnce = 3;

/**
 * Plays every chapter to its end: all checks are proposed in their order, then the chapters go on side by side.
 * What was played before is found again by its submission and not done twice.
 * @returns chapters that were left, with the step that the system refused
 */
export async function tellStory(
  player: Pick<Player, 'play'>,
  chapters: readonly ToldChapter[],
  earlier: EarlierTelling,
  onAct: () => void = () => undefined,
): Promise<LeftChapter[]> {
  const left: LeftChapter[] = [];
  const open: { chapter: ToldChapter; number: string }[] = [];
  for (const chapter of chapters) {
    const [propose] = chapter.steps;
    if (!propose || chapter.steps.every((step) => earlier.played.has(step.key))) continue;
    const number = await attempt(chapter, propose.act, () => player.play(propose));
    if (number) open.push({ chapter, number });
    onAct();
  }

  const lane = async () => {
    for (let next = open.shift(); next; next = open.shift()) await finish(next.chapter, next.number);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return left;

  async function finish(chapter: ToldChapter, number: string): Promise<void> {
    if (earlier.taken.has(number)) return;
    for (const step of chapter.steps.slice(1)) {
      if (earlier.played.has(step.key)) continue;
      const done = await attempt(chapter, `${step.who} ${step.act} ${step.on ?? ''}`, () => player.play(step, number));
      if (!done) return;
      onAct();
    }
  }

  async function attempt(chapter: ToldChapter, at: string, work: () => Promise<string>): Promise<string | undefined> {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof RefusedError)) throw failure;
      left.push({ name: chapter.name, at, why: failure.message });
      return undefined;
    }
  }
}
