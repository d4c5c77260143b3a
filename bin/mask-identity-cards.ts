import { loadConfig } from '../config';
import { createDataSource } from '../db/data-source';
import { maskIdentityCards } from '../services/registers/mask-identity-cards';

/**
 * Masks the numbers of identity cards in registers, publications and what is still to be sent, and counts every other
 * place by rows, for the erasure act. Run again, it masks nothing and counts the same. No number is printed.
 */
async function mask(): Promise<void> {
  const { databaseUrl } = loadConfig();
  if (!databaseUrl)
    throw new Error('DATABASE_URL is not given: run this beside a started system, or say which database');
  const dataSource = await createDataSource(databaseUrl, 2).initialize();
  try {
    const { masked, left } = await maskIdentityCards(dataSource, new Date());
    for (const [table, rows] of Object.entries(masked)) console.log(`masked in ${table}: ${rows}`);
    for (const [place, rows] of Object.entries(left)) console.log(`still held in ${place}: ${rows}`);
  } finally {
    await dataSource.destroy();
  }
}

mask().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
