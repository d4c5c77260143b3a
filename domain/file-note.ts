import type { CaseState, Process, Waiting } from './process';

/** What the engine's own pages say of a case, for an operator who knows nothing else of it. */
export function fileNote<S extends CaseState>(process: Process<S>, state: S, waiting: Waiting[]): string {
  const parent = process.parent(state);
  const lines = [
    `**${process.kind} ${state.number}** — stage \`${state.stage}\` since ${state.since}`,
    ...(parent ? [`Part of \`${parent}\``] : []),
    `Departments: ${process.departments(state).join(', ')}`,
    ...[...times(waiting.map(lineOf))].map(([line, count]) => (count > 1 ? `${line} (${count} of them)` : line)),
  ];
  return lines.join('\n');
}

function lineOf({ department, capacity, act, since, due, pendingYear }: Waiting): string {
  const open = pendingYear ? `, term open until the calendar of ${pendingYear} is published` : '';
  return `- waits for ${department} (${capacity}) to do \`${act}\` since ${since}${due ? `, due ${due}` : open}`;
}

/** Two officers of one department wait for the same: their line stands once. */
function times(lines: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
