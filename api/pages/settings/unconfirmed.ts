import type { AppWorld } from '../../app-world';

/**
 * What the county has still to compare before it relies on a value with which the system began. A value that somebody set
 * has its own source, and nothing is said of it.
 */
export function unconfirmed(world: AppWorld, { key, holdsFrom }: { key: string; holdsFrom: string | null }): string[] {
  const { t, has } = world.views.texts;
  const caution = `settings:unconfirmed.${key}`;
  return holdsFrom === null && has(caution) ? [t(caution)] : [];
}
