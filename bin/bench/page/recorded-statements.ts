import type { Logger } from 'typeorm';

export interface Statement {
  text: string;
  values: unknown[];
}

/** Notes every statement that a data source sends, in order, from when it is asked to until it is asked what came. */
export class RecordedStatements implements Logger {
  private noted: Statement[] | undefined;

  begin(): void {
    this.noted = [];
  }

  /** What was sent since `begin`. */
  end(): Statement[] {
    const noted = this.noted ?? [];
    this.noted = undefined;
    return noted;
  }

  logQuery(text: string, values: unknown[] = []): void {
    this.noted?.push({ text, values });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
