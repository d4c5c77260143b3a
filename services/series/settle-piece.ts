import type { DataSource } from 'typeorm';

/**
 * Records that an answer came for one case of a series: nothing more where it was done, otherwise why it was not.
 * @param piece its submission keeps an answer that comes late from one that was sent since
 * @param refusal code and details; of others' words nothing
 */
export async function settlePiece(
  dataSource: DataSource,
  piece: { series: string; caseId: string; submission: string },
  refusal: { code: string; details: object } | undefined,
  at: Date,
): Promise<void> {
  await dataSource.query(
    `UPDATE act_series_piece SET settled_at = $4, code = $5, details = $6, said = CASE WHEN $5::text IS NULL THEN NULL ELSE said END
     WHERE series = $1 AND case_id = $2 AND submission = $3`,
    [
      piece.series,
      piece.caseId,
      piece.submission,
      at,
      refusal?.code ?? null,
      refusal ? JSON.stringify(refusal.details) : null,
    ],
  );
}
