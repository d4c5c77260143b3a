import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import type { DocumentKind } from '../domain/documents/kinds';
import type { MessageAct } from '../domain/exchange/message-act';
import type { StepAct } from '../domain/step-act';
import type { ActOutcome, ActToPerform } from '../engine/perform-act';
import type { Views } from './views/create-views';

/** What the web needs of the world; given by bin/web or by a test. */
export interface AppWorld {
  config: Config;
  dataSource: DataSource;
  views: Views;
  /** Serves the styles and scripts that the pages name; absent where something else serves them. */
  assets?: RequestHandler;
  log: Logger;
  /** Sessions in the database, so that any web process serves any person. */
  sessions: RequestHandler;
  perform(request: ActToPerform): Promise<ActOutcome>;
  /** What became of an act that was taken but not answered in time. */
  outcome(request: { key: string; caseId?: string }): Promise<ActOutcome>;
  /** The histories of a case's runs, newest first, as JSON: those that the engine still keeps, then the archived ones. */
  histories(caseId: string): AsyncIterable<{ runId: string; json: string }>;
  /**
   * Puts a print on its case's list and has it drawn; what shows the same is the same print.
   * @returns its key
   * @throws Refusal NOTHING_TO_PRINT
   */
  orderPrint(order: { document: DocumentKind; subject: string; department?: string }): Promise<string>;
  /** Has a paper of an act drawn anew that could not be made. */
  remakePaper(key: string): Promise<void>;
  /** Tells an outside platform's queue that a message may go again; starts it where it sleeps. */
  wakeExchange(platform: string): Promise<void>;
  /** A person's acts on a message that an outside platform has not taken. */
  messages: {
    retry(act: MessageAct): Promise<unknown>;
    correct(act: MessageAct & { reason: string; fields: Record<string, string> }): Promise<unknown>;
    giveUp(act: MessageAct & { reason: string }): Promise<unknown>;
  };
  /** A system administrator's acts on steps that failed for ever by a fault, and on what came past the web. */
  steps: {
    /**
     * Has a step tried again by its case.
     * @throws Refusal ENGINE_UNREACHABLE where the case cannot be reached: the step stays parked
     */
    retry(act: StepAct): Promise<void>;
    settle(act: StepAct): Promise<void>;
    noteStrays(act: Omit<StepAct, 'faultId'> & { until: Date }): Promise<void>;
  };
  now(): Date;
}
