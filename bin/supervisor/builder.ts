import { fork, type ChildProcess } from 'node:child_process';
import type { Say } from './program';

/** The process that keeps the compiled programs as the sources are, and says which ones changed. */
export class Builder {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private stopping = false;

  /**
   * @param script the process's own program; what it prints goes to the terminal
   * @param changed called with the names of programs that are to be started anew
   */
  constructor(script: string, changed: (programs: string[]) => void, say: Say) {
    // In a group of its own: a Ctrl-C at the terminal reaches the supervisor alone.
    this.child = fork(script, [], { detached: true });
    this.child.on('message', (message: { changed: string[] }) => changed(message.changed));
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
    void this.ended.then(() => {
      if (!this.stopping) say('the compiler ended: changes of sources have no effect until the next start');
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.child.kill();
    await this.ended;
  }
}
