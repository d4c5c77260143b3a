import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { freePort, isPortFree } from './free-port';

/** Values that this DATA_DIR chose for itself once: ports and passwords, readable by the owner alone. */
export class KeptValues {
  private readonly values: Record<string, string>;

  constructor(private readonly file: string) {
    this.values = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  }

  /** A random value of 192 bits, made at the first call. */
  secret(name: string): string {
    return this.values[name] ?? this.keep(name, randomBytes(24).toString('base64url'));
  }

  /** The port kept under `name` while it is free; another free one is chosen and kept where it is not. */
  async port(name: string): Promise<number> {
    const kept = Number(this.values[name]);
    if (kept && (await isPortFree(kept, '127.0.0.1'))) return kept;
    return Number(this.keep(name, String(await this.unclaimedPort())));
  }

  private async unclaimedPort(): Promise<number> {
    for (;;) {
      const port = await freePort();
      if (!Object.values(this.values).includes(String(port))) return port;
    }
  }

  private keep(name: string, value: string): string {
    this.values[name] = value;
    writeFileSync(`${this.file}.new`, JSON.stringify(this.values, null, 2), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
    return value;
  }
}
