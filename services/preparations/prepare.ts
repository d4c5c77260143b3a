import type { DataSource } from 'typeorm';
import type { Preparation, PreparationAnswers, PreparationKind, Preparations } from '../../domain/preparations';
import { prepareDraw } from '../draw/prepare-draw';
import { preparePool } from '../draw/prepare-pool';
import { prepareSubstitutes } from '../draw/prepare-substitutes';
import type { PreparedWork } from './prepared-work';

type Preparers = {
  [K in PreparationKind]: (
    dataSource: DataSource,
    asked: Preparations[K],
    onProgress: () => void,
  ) => Promise<PreparedWork<PreparationAnswers[K]>>;
};

const preparers: Preparers = { freezePool: preparePool, performDraw: prepareDraw, substitutes: prepareSubstitutes };

/** Does the long or writing work that an act asks for before it is judged. */
export function prepare(
  dataSource: DataSource,
  asked: Preparation,
  onProgress: () => void,
): Promise<PreparedWork<unknown>> {
  const work = preparers[asked.kind] as (
    source: DataSource,
    question: Preparation,
    beat: () => void,
  ) => Promise<PreparedWork<unknown>>;
  return work(dataSource, asked, onProgress);
}
