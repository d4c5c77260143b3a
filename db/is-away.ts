/** SQLSTATE classes and codes of a server that is away, overloaded or being stopped, and of two transactions that met. */
const passing = /^(08|53|57P|40|55P03|XX000)/;
const lost =
  /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|Connection terminated|connection error|timeout exceeded when trying to connect|not queryable|Driver not Connected/i;

/** Whether the database is merely away, so that waiting helps; everything else is a fault of whoever asked. */
export function isDatabaseAway(failure: unknown): boolean {
  for (
    let cause = failure;
    cause instanceof Error;
    cause = cause.cause ?? (cause as { driverError?: unknown }).driverError
  ) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && (passing.test(code) || lost.test(code))) return true;
    if (lost.test(cause.message)) return true;
  }
  return false;
}
