import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, markProcess, type ProcessMark } from './process-mark';
import type { Say } from './program';

interface Marks {
  supervisor?: ProcessMark;
  parts: Record<string, ProcessMark & { stopSignal: NodeJS.Signals }>;
}

/** Another supervisor runs on the same DATA_DIR. */
export class AlreadyRunningError extends Error {
  readonly code = 'already_running';
}

/** Who runs on a DATA_DIR, kept in `run/processes.json`, so that what a killed supervisor left is found again. */
export class RunRecord {
  private readonly file: string;
  private readonly claim: string;
  private marks: Marks = { parts: {} };
  private taken = false;

  constructor(private readonly dataDir: string) {
    const directory = join(dataDir, 'run');
    mkdirSync(directory, { recursive: true });
    this.file = join(directory, 'processes.json');
    this.claim = join(directory, 'claim');
  }

  /**
   * Takes the directory for this process and stops parts that a killed supervisor left behind.
   * @throws AlreadyRunningError while another supervisor runs on it
   */
  async take(limitMs: number, say: Say): Promise<void> {
    this.refuseIfRunning();
    this.claimOrRefuse();
    this.taken = true;
    const left = this.read().parts;
    this.marks = { supervisor: markProcess(process.pid), parts: left };
    this.write();
    // Who came last goes first: an act that a worker has under way still finds engine and database.
    for (const [name, mark] of Object.entries(left).reverse()) {
      if (isRunning(mark)) say(`${name}: stopping process ${mark.pid}, which an earlier start left behind`);
      await end(mark, mark.stopSignal, limitMs);
      this.forget(name);
    }
  }

  remember(name: string, pid: number, stopSignal: NodeJS.Signals): void {
    const mark = markProcess(pid);
    if (mark) this.marks.parts[name] = { ...mark, stopSignal };
    this.write();
  }

  forget(name: string): void {
    delete this.marks.parts[name];
    this.write();
  }

  release(): void {
    if (!this.taken) return;
    rmSync(this.file, { force: true });
    rmSync(this.claim, { force: true });
  }

  private refuseIfRunning(): void {
    const { supervisor } = this.read();
    if (!supervisor || supervisor.pid === process.pid || !isRunning(supervisor)) return;
    throw new AlreadyRunningError(
      `Already running on ${this.dataDir} (process ${supervisor.pid}); stop it, or give another DATA_DIR and PORT.`,
    );
  }

  // The exclusive file decides between two starts at the same moment; a dead owner's claim is taken over.
  private claimOrRefuse(): void {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return writeFileSync(this.claim, JSON.stringify(markProcess(process.pid)), { flag: 'wx' });
      } catch {
        const owner = readJson<ProcessMark>(this.claim);
        if (owner && isRunning(owner))
          throw new AlreadyRunningError(
            `Already starting on ${this.dataDir} (process ${owner.pid}); give another DATA_DIR and PORT.`,
          );
        rmSync(this.claim, { force: true });
      }
    }
  }

  private read(): Marks {
    return readJson<Marks>(this.file) ?? { parts: {} };
  }

  private write(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.marks, null, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

function readJson<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

async function end(mark: ProcessMark, signal: NodeJS.Signals, limitMs: number): Promise<void> {
  for (const next of [signal, 'SIGKILL' as const]) {
    if (isRunning(mark)) process.kill(mark.pid, next);
    const until = Date.now() + limitMs;
    while (isRunning(mark) && Date.now() < until) await pause(50);
  }
}
