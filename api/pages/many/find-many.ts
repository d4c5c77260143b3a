import type { Act } from '../../../domain/act';
import { findAct } from '../../../domain/processes';
import type { CaseKind, Process } from '../../../domain/process';
import { Refusal } from '../../../domain/refusal';
import type { RefusalCode } from '../../../domain/refusals/refusal-list';
import { manyCases, type ManyCase } from '../../../services/queries/cases/many-cases';
import { openingsOf } from '../../../services/queries/cases/openings';
import { faces } from '../../faces';
import type { FactsContext } from '../../faces/facts';
import type { ManyLine, ManyOf } from '../../faces/many';
import { capacityFor } from '../../person';
import type { SentMany } from './read-many';

/** The act that a page is about. */
export interface ManyAct {
  act: Act;
  process: Process;
  many: ManyOf<CaseKind>;
  /** What sending a row back does. */
  back?: Act;
}

/** A case of the list, with what its row says and what stands against a tick. */
export interface FoundRow {
  one: ManyCase;
  line: ManyLine;
  /** Of what the act replaces or rests on, as it stands now. */
  version: number;
  /** When this person opened it in this version. */
  openedAt?: Date;
  obstacle?: RefusalCode;
}

/**
 * The act of an address, where it may be done on many.
 * @throws Refusal ACT_UNKNOWN
 */
export function manyActOf(name: string): ManyAct {
  const found = findAct(name);
  const all = found && faces[found.process.kind].many;
  const many = all && Object.hasOwn(all, name) ? all[name] : undefined;
  if (!found || !many) throw new Refusal('ACT_UNKNOWN', { act: name });
  return { ...found, many, back: many.back && findAct(many.back.act)?.act };
}

/** The cases of a list that this person may read, what asks for more than a glance first. */
export async function findRows(
  context: FactsContext,
  { act, process, many }: ManyAct,
  which: { within?: string; numbers?: readonly string[] },
  sent?: SentMany,
): Promise<{ rows: FoundRow[]; total: number }> {
  const { world, person } = context;
  const { rows, total } = await manyCases(world.dataSource, person, { act: act.name, kind: process.kind }, which);
  const typed = Object.fromEntries(
    rows.map(({ number }) => {
      const row = sent?.rows.get(number);
      return [number, { ...(row?.ticked && sent?.shared), ...row?.values }];
    }),
  );
  const [lines, openings] = await Promise.all([
    many.lines(context, act, rows, typed),
    openingsOf(
      world.dataSource,
      person.account,
      act.name,
      rows.map(({ id }) => id),
    ),
  ]);
  const found = rows.flatMap((one, index): FoundRow[] => {
    const line = lines[index];
    if (!line) return [];
    const version = act.replaces?.current(one.state, person) ?? 0;
    const opening = openings.find((each) => each.caseId === one.id && each.version === version);
    const { obstacle } = capacityFor(person, process, act, one.state);
    return [{ one, line, version, openedAt: opening?.openedAt, obstacle }];
  });
  const place = ({ line, obstacle }: FoundRow) => (obstacle ? 2 : line.adverse ? 0 : 1);
  return { rows: found.sort((a, b) => place(a) - place(b)), total };
}
