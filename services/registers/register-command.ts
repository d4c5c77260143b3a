import type { Actor } from '../../domain/actor';

/** What every change of a register comes with. */
export interface RegisterCommand {
  actor: Actor;
  at: Date;
  /** Makes the change the same when it is sent again. */
  submission: string;
  reason?: string;
}

/** A change of a row that was read in a version. */
export interface RowCommand extends RegisterCommand {
  id: string;
  version: number;
}

export interface RowOutcome {
  version: number;
  /** The same submission had been done before; nothing was changed now. */
  duplicate: boolean;
}
