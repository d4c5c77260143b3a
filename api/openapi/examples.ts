import { findAct } from '../../domain/processes';
import { faces } from '../faces';

/** What a system sends with an act, as an example; nothing for an act that nobody has shown. */
export function exampleOf(act: string): Record<string, unknown> | undefined {
  const kind = findAct(act)?.process.kind;
  return kind && faces[kind].examples[act.slice(act.indexOf('.') + 1)];
}
