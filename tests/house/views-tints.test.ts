import { statusTint, statusesByTint } from '../../api/views/status-tints';
import { processes } from '../../domain/processes';
import { publicationTracks, resultStages } from '../../domain/visit/state';

const listed = Object.values(statusesByTint).flat();

it('gives every stage of every process a tint of its own choice', () => {
  const stages = [
    ...Object.values(processes).flatMap((process) => process.stages),
    ...resultStages,
    ...publicationTracks,
  ];
  expect([...new Set(stages)].filter((stage) => !listed.includes(stage))).toEqual([]);
});

it('gives no status two tints, and grey to a status that nobody listed', () => {
  expect(new Set(listed).size).toBe(listed.length);
  expect(statusTint('nobody-knows')).toBe('grey');
  expect(statusTint('constructor')).toBe('grey');
});
