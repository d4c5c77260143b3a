import type { DataSource, EntityManager } from 'typeorm';
import { nodeSha256 } from '../../connectors/node-sha256';
import { performDraw as drawByFormula } from '../../domain/draw/formula/perform-draw';
import type { DrawnBatch } from '../../domain/facts';
import { canonicalJson } from '../../domain/proof/canonical-json';
import { Refusal } from '../../domain/refusal';
import { readBundleFiles, writeBundleFile } from './bundle-files';

/**
 * Draws a frozen batch by the formula and stores result and reveals; the outcome follows from what was frozen, so that
 * drawing again changes nothing.
 * @throws Refusal POOL_NOT_FROZEN if the batch has no frozen files
 */
export async function performDraw(dataSource: DataSource, batch: string, onProgress: () => void): Promise<DrawnBatch> {
  return dataSource.transaction(async (manager) => {
    const rows: { secrets: Record<string, string> }[] = await manager.query(
      'SELECT secrets FROM batch WHERE number = $1 FOR UPDATE',
      [batch],
    );
    const files = await readBundleFiles(manager, batch);
    const file = (name: string): Buffer => {
      const content = files.get(name);
      if (!content) throw new Refusal('POOL_NOT_FROZEN', { batch, file: name });
      return content;
    };
    const secrets = rows[0]?.secrets;
    if (!secrets) throw new Refusal('POOL_NOT_FROZEN', { batch });

    const drawn = drawByFormula(
      nodeSha256,
      {
        params: file('params.json'),
        objects: file('objects.jsonl'),
        inspectors: file('inspectors.jsonl'),
        recusals: file('recusals.jsonl'),
      },
      {
        secrets: new Map(Object.entries(secrets).map(([party, secret]) => [party, Buffer.from(secret, 'hex')])),
        event: file('event.txt'),
      },
      onProgress,
    );
    await writeBundleFile(manager, batch, 'result.json', drawn.resultBytes);
    await writeBundleFile(manager, batch, 'reveals.json', Buffer.from(canonicalJson(secrets)));
    await number(
      manager,
      batch,
      drawn.result.objects.map((object) => object.id),
    );
    return {
      prkHash: drawn.prkHash,
      resultHash: drawn.resultHash,
      drawn: drawn.result.objects.length,
      assignments: drawn.result.assignments.length,
      cutoffs: drawn.result.cutoffs,
    };
  });
}

/** Gives each drawn object its place in the order of the draw. */
async function number(manager: EntityManager, batch: string, publicIds: string[]): Promise<void> {
  await manager.query(
    `UPDATE batch_object o SET sequence = d.place FROM unnest($2::text[]) WITH ORDINALITY AS d(public_id, place)
     WHERE o.batch = $1 AND o.public_id = d.public_id`,
    [batch, publicIds],
  );
}
