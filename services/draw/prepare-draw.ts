import type { DataSource, EntityManager } from 'typeorm';
import { nodeSha256 } from '../../connectors/node-sha256';
import { performDraw as drawByFormula } from '../../domain/draw/formula/perform-draw';
import type { DrawnBatch } from '../../domain/facts';
import type { Preparations } from '../../domain/preparations';
import { canonicalJson } from '../../domain/proof/canonical-json';
import { Refusal } from '../../domain/refusal';
import type { PreparedWork } from '../preparations/prepared-work';
import { writeBundleFile } from './bundle-files';
import { frozenBatch } from './frozen-batch';

/**
 * Draws a frozen batch by the formula. The outcome follows from what was frozen, so that it is the same whoever computes
 * it and however often; of it nothing is stored before the act is recorded.
 * @throws Refusal POOL_NOT_FROZEN if the batch has no frozen files
 */
export async function prepareDraw(
  dataSource: DataSource,
  { batch }: Preparations['performDraw'],
  onProgress: () => void,
): Promise<PreparedWork<DrawnBatch>> {
  const missing = (file?: string) => new Refusal('POOL_NOT_FROZEN', { batch, file });
  const { id, secrets, frozen, opening } = await frozenBatch(dataSource, batch, missing);
  const drawn = drawByFormula(nodeSha256, frozen, opening, onProgress);
  return {
    answer: {
      prkHash: drawn.prkHash,
      resultHash: drawn.resultHash,
      drawn: drawn.result.objects.length,
      assignments: drawn.result.assignments.length,
      cutoffs: drawn.result.cutoffs,
    },
    stands: () => Promise.resolve(true),
    async keep(manager) {
      await writeBundleFile(manager, id, 'result.json', drawn.resultBytes);
      await writeBundleFile(manager, id, 'reveals.json', Buffer.from(canonicalJson(secrets)));
      await number(
        manager,
        id,
        drawn.result.objects.map((object) => object.id),
      );
    },
  };
}

/** Gives each drawn object its place in the order of the draw. */
async function number(manager: EntityManager, pool: string, publicIds: string[]): Promise<void> {
  await manager.query(
    `UPDATE batch_object o SET sequence = d.place FROM unnest($2::text[]) WITH ORDINALITY AS d(public_id, place)
     WHERE o.pool = $1 AND o.public_id = d.public_id`,
    [pool, publicIds],
  );
}
