import { stageTints } from '../../api/faces';
import { statusTint } from '../../api/faces/status-tint';
import { statusesByTint, tints, type Tint } from '../../api/views/status-tints';
import { processes } from '../../domain/processes';
import { publicationTracks, resultStages } from '../../domain/visit/state';

const chosen: [string, Tint][] = [
  ...tints.flatMap((tint) => statusesByTint[tint].map((status): [string, Tint] => [status, tint])),
  ...stageTints,
];
const listed = chosen.map(([status]) => status);

it('gives every stage of every process a tint of its own choice', () => {
  const stages = [
    ...Object.values(processes).flatMap((process) => process.stages),
    ...resultStages,
    ...publicationTracks,
  ];
  expect([...new Set(stages)].filter((stage) => !listed.includes(stage))).toEqual([]);
});

it('gives no status two tints, and grey to a status that nobody listed', () => {
  const perTint = tints.flatMap((tint) => statusesByTint[tint]);
  expect(new Set(perTint).size).toBe(perTint.length);
  expect(chosen.filter(([status, tint]) => statusTint(status) !== tint)).toEqual([]);
  expect(statusTint('nobody-knows')).toBe('grey');
  expect(statusTint('constructor')).toBe('grey');
});
