import type { DataSource } from 'typeorm';
import { nodeSha256 } from '../../connectors/node-sha256';
import { beginDraw } from '../../domain/draw/formula/perform-draw';
import { readPool } from '../../domain/draw/formula/pool';
import { substituteOfficers } from '../../domain/draw/formula/substitutes';
import type { PreparationAnswers, Preparations } from '../../domain/preparations';
import { Refusal } from '../../domain/refusal';
import type { PreparedWork } from '../preparations/prepared-work';
import { frozenBatch } from './frozen-batch';

/**
 * Who may take a place in a drawn team, in the order that the draw fixed; who of them is free and certified on the day is
 * asked when the act is judged. What was frozen and drawn does not change, so that the order always stands.
 * @throws Refusal DRAW_NOT_HELD where the batch was not drawn, or the team is not of its draw
 */
export async function prepareSubstitutes(
  dataSource: DataSource,
  { batch, department, object, slot }: Preparations['substitutes'],
  onProgress: () => void,
): Promise<PreparedWork<PreparationAnswers['substitutes']>> {
  const missing = () => new Refusal('DRAW_NOT_HELD', { batch });
  const held = await frozenBatch(dataSource, batch, missing);
  held.file('result.json');
  const read = readPool(nodeSha256, held.frozen, onProgress);
  // What was drawn is known already; only its order is asked for.
  const drawn = beginDraw(nodeSha256, read, held.opening, onProgress);

  const objects: { id: string }[] = await dataSource.query(
    'SELECT public_id AS id FROM batch_object WHERE pool = $1 AND object_id = $2 AND sequence IS NOT NULL',
    [held.id, object],
  );
  const publicObject = objects[0]?.id;
  if (publicObject === undefined) throw missing();
  const order = substituteOfficers(nodeSha256, read, drawn, { department, object: publicObject, slot, team: [] });
  const officers: { id: string }[] = await dataSource.query(
    `SELECT m.inspector_id AS id FROM unnest($2::text[]) WITH ORDINALITY AS o(public_id, place)
     JOIN batch_inspector m ON m.pool = $1 AND m.public_id = o.public_id ORDER BY o.place`,
    [held.id, order],
  );
  return {
    answer: { order: officers.map(({ id }) => id) },
    stands: () => Promise.resolve(true),
    keep: () => Promise.resolve(),
  };
}
