export interface ExchangeTotals {
  sent: number;
  parked: number;
  retried: number;
}

/** What a platform's queue carries from run to run; which platform it is says its id, and its pace the worker. */
export interface ExchangeStart {
  totals?: ExchangeTotals;
  /** Failures of the platform in a row. */
  failures?: number;
}

/** The signal that says: there is something to send or to tell. */
export const wakeSignalName = 'wake';

/** Workflow id of a platform's queue. */
export function exchangeWorkflowId(platform: string): string {
  return `exchange/${platform}`;
}
