import type { DataSource } from 'typeorm';
import type { Preparation } from '../../domain/preparations';
import type { PreparedWork } from '../preparations/prepared-work';
import type { SourceWorld } from './source-of';

/** What judging needs; given by the worker, and without a verifier's say by the web, which only looks. */
export interface JudgeWorld extends SourceWorld {
  dataSource: DataSource;
  /** Six digits of GB/T 2260, part of every number. */
  countyCode: string;
  now(): Date;
  /** The moment at which a legal day ends, in milliseconds. */
  dayEndsAt(day: string): number;
  prepare(asked: Preparation, onProgress: () => void): Promise<PreparedWork<unknown>>;
}
