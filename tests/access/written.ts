import type { Writing } from '../../services/cases/write-case';

/** How a sample case is written that no act has led to. */
export function written(at: string): Writing {
  return { at, act: '0', dayEndsAt: (day) => Date.parse(`${day}T24:00:00+08:00`) };
}
