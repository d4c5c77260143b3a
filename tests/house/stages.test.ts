import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTexts } from '../../api/views/texts';
import { capacities } from '../../domain/actor';
import { findAct, kindOf, processes, processOf } from '../../domain/processes';
import { objectKinds, riskClasses } from '../../domain/joint-check/scheme';
import { referralKinds } from '../../domain/referral/state';
import { checkMethods, followUps, resultCodes } from '../../domain/visit/record-form';
import { dispositionTracks, publicationTracks, resultStages } from '../../domain/visit/state';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const all = Object.values(processes);
const missing = (group: string, keys: readonly string[]) => keys.filter((key) => !texts.has(`cases:${group}.${key}`));

test.each(all.map((process) => [process.kind, process] as const))(
  '%s: every kind and stage has its word',
  (kind, process) => {
    expect(missing('kinds', [kind])).toEqual([]);
    expect(missing(`stages.${kind}`, process.stages)).toEqual([]);
  },
);

test.each([
  ['capacities', [...capacities, 'system']],
  ['results', resultStages],
  ['publication', publicationTracks],
  ['disposition', dispositionTracks],
  ['referralKinds', referralKinds],
  ['codes', resultCodes],
  ['followUps', followUps],
  ['methods', checkMethods],
  ['objectKinds', objectKinds],
  ['riskClasses', riskClasses],
])('every one of %s has its word', (group, keys) => {
  expect(missing(group, keys)).toEqual([]);
});

test.each(all.map((process) => [process.kind, process] as const))(
  '%s: acts name stages that exist, and none acts on a closed case unless it reopens it',
  (_kind, process) => {
    const known: readonly string[] = [...process.stages, ...(process.kind === 'visit' ? resultStages : [])];
    for (const act of process.acts) {
      expect(act.stages.filter((stage) => !known.includes(stage))).toEqual([]);
      expect(act.opens).toBe(act.stages.length === 0);
      if (!act.reopens) expect(act.stages.filter((stage) => process.closedStages.includes(stage))).toEqual([]);
    }
  },
);

test.each(all.map((process) => [process.kind, process] as const))(
  '%s: its straight line is of its stages, it is opened as it says, and what it names are acts of its own',
  (_kind, process) => {
    expect(process.line.filter((stage) => !process.stages.includes(stage))).toEqual([]);
    expect(process.acts.some((act) => act.opens)).toBe(process.opening === 'byOwnAct');
    const names = process.acts.map(({ name }) => name);
    expect(process.secretOf.words.filter((act) => !names.includes(act))).toEqual([]);
  },
);

test.each(all.map((process) => [process.kind, process] as const))(
  '%s: every act that has a file is on its list, so that none is written and tested and can be done by nobody',
  (kind, process) => {
    const folder = join(__dirname, '..', '..', 'domain', kind, 'acts');
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    const named = process.acts.map(({ name }) =>
      name.slice(name.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    expect(named.sort()).toEqual(files.sort());
  },
);

test('each kind has a letter of its own, so that no two cases ever bear the same number', () => {
  const letters = all.map(({ letter }) => letter);
  expect(letters.filter((letter) => !/^[A-Z]$/.test(letter))).toEqual([]);
  expect(new Set(letters).size).toBe(letters.length);
});

test('an act has one name in the whole house, which begins with its process', () => {
  const names = all.flatMap((process) => process.acts.map((act) => act.name));
  expect(new Set(names).size).toBe(names.length);
  for (const process of all) {
    const prefix = process.kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    for (const act of process.acts) {
      expect(act.name.startsWith(`${prefix}.`)).toBe(true);
      expect(findAct(act.name)).toMatchObject({ process: { kind: process.kind } });
    }
  }
});

test('a case id tells its kind, and nothing else does', () => {
  expect(kindOf('joint-check/320723-2026-L0001')).toBe('joint-check');
  for (const id of ['', 'x', 'toString/1', '__proto__/1', 'Visit/1']) {
    expect(kindOf(id)).toBeUndefined();
    expect(() => processOf(id)).toThrow(RangeError);
  }
});
