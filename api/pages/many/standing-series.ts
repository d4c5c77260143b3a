import { seriesPieces, type Series } from '../../../services/queries/series/find-series';
import type { FactsContext } from '../../faces/facts';
import { findRows, type FoundRow, type ManyAct } from './find-many';
import type { SentMany } from './read-many';
import { rowOfPiece, whyLeft } from './series-rows';

export interface StandingSeries {
  /** What is left, as it stood in the form that was sent. */
  sent: SentMany;
  /** Numbers of the cases that are left. */
  numbers: string[];
  /** Why a case is left, by its number, as far as anybody answered. */
  errors: Map<string, string>;
  done: { one: FoundRow['one']; back: boolean }[];
}

/** A person's series as it stands: what is done, and what is left as the form would send it. */
export async function standingSeries(
  { context, found }: { context: FactsContext; found: ManyAct },
  { id }: Series,
): Promise<StandingSeries> {
  const { world, person } = context;
  const pieces = await seriesPieces(world.dataSource, person, id);
  const left = pieces.filter(({ done, waits }) => !done && waits);
  const did = pieces.filter(({ done }) => done).map(({ number }) => number);
  const { rows } = did.length > 0 ? await findRows(context, found, { numbers: did }) : { rows: [] };
  return {
    sent: { rows: new Map(left.map((piece) => [piece.number, rowOfPiece(piece)])), shared: {}, series: id },
    numbers: left.map(({ number }) => number),
    errors: new Map(
      left.flatMap((piece) => {
        const why = whyLeft(world, piece);
        return why === undefined ? [] : [[piece.number, why] as const];
      }),
    ),
    // Which of them were sent back stands in each case.
    done: rows.map(({ one }) => ({ one, back: false })),
  };
}
