import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { EngineAccess } from '../../engine/runs-of-ours';
import { countStray } from '../../services/cases/strays';

/** The engine for whoever starts and wakes runs, and performs no acts. */
export function engineAccess(client: Client, dataSource: DataSource, taskQueue: string): EngineAccess {
  return { client, taskQueue, countStray: (place, reason) => countStray(dataSource, place, reason) };
}
