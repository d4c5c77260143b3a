import type { CaseState, Process, Waiting } from './process';

/** What the engine's own pages say of a case, for an operator who knows nothing else of it. */
export function fileNote<S extends CaseState>(process: Process<S>, state: S, waiting: Waiting[]): string {
  const parent = process.parent(state);
  const lines = [
    `**${process.kind} ${state.number}** — stage \`${state.stage}\` since ${state.since}`,
    ...(parent ? [`Part of \`${parent}\``] : []),
    `Departments: ${process.departments(state).join(', ')}`,
    ...waiting.map((entry) => {
      const term = entry.due
        ? `, due ${entry.due}`
        : entry.pendingYear
          ? `, term open until the calendar of ${entry.pendingYear} is published`
          : '';
      return `- waits for ${entry.department} (${entry.capacity}) to do \`${entry.act}\` since ${entry.since}${term}`;
    }),
  ];
  return lines.join('\n');
}
