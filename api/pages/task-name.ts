import type { Texts } from '../views/texts';

/** What somebody is waited for; work that came back has a name of its own. */
export function taskName(
  { t, has }: Pick<Texts, 't' | 'has'>,
  { act, returned }: { act: string; returned?: boolean },
): string {
  return t(returned && has(`acts:${act}.returned`) ? `acts:${act}.returned` : `acts:${act}.name`);
}
