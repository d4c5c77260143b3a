import type { CaseState } from '../../domain/process';
import type { Progress } from '../../domain/joint-check/progress';
import type { GatewayWorld } from '../perform-act';

/** An effect of a case, and the act that it follows from. */
export interface EffectOrigin {
  /** Id of the effect's row. */
  id: string;
  caseId: string;
  act: string;
}

/** What carrying out effects needs of the engine and the services; given by the worker. */
export interface EffectWorld {
  gateway: GatewayWorld;
  visitsOf(batch: string): Promise<CaseState[]>;
  recordVisits(page: CaseState[], act: string): Promise<void>;
  openVisitIds(check: string): Promise<string[]>;
  progress(check: string): Promise<Progress>;
  wakeExchange(platform: string): Promise<void>;
  /** One case of many could not be told: it waits there for a person, and the others go on. */
  parkTelling(caseId: string, key: string, act: string, why: string): Promise<void>;
}

/** How one kind of effect is carried out; may be called again, and then changes nothing. */
export type CarryOut<E> = (
  world: EffectWorld,
  effect: E,
  origin: EffectOrigin,
  onProgress: () => void,
) => Promise<void>;
