import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { comeUp } from '../../bin/supervisor/come-up';
import { freePort, isPortFree } from '../../bin/supervisor/free-port';

const limits = { startLimitMs: 20_000, stopLimitMs: 5_000 };

describe('coming up', () => {
  const directory = mkdtempSync(join(tmpdir(), 'come-up-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** A program that does what `source` says, and serves once it has written `<name>.up`. */
  function coming(name: string, source: string) {
    const up = join(directory, `${name}.up`);
    const logFile = join(directory, `${name}.log`);
    const said: string[] = [];
    const healthy = async (signal: AbortSignal) => {
      while (!existsSync(up) && !signal.aborted) await pause(10);
    };
    const program = () => ({ command: process.execPath, args: ['-e', source, up, logFile], environment: process.env });
    return { name, program, healthy, logFile, ...limits, said, say: (line: string) => said.push(line) };
  }

  test('a program whose port was taken as it started is started again, and says why', async () => {
    const engine = coming(
      'engine',
      `const fs = require('fs'); const [up, log] = process.argv.slice(1);
       if (fs.readFileSync(log, 'utf8').includes('in use')) { fs.writeFileSync(up, ''); setInterval(() => {}, 1000); }
       else { console.error('level=ERROR msg="listen: address already in use"\\ngoroutine 1 [running]:'); process.exit(2); }`,
    );
    const running = await comeUp(engine);
    expect(engine.said).toEqual([
      'engine: exit status 2: level=ERROR msg="listen: address already in use"; starting it again in 0.5 s',
    ]);
    await running?.stop(limits.stopLimitMs);
  });

  test('a program that ends each time is given up with what it said', async () => {
    const broken = coming('broken', `console.log('starting'); console.error('no such setting'); process.exit(1);`);
    await expect(comeUp(broken)).rejects.toMatchObject({
      code: 'part_failed',
      message: `broken did not come up (exit status 1: no such setting); its log is ${broken.logFile}`,
    });
    expect(readFileSync(broken.logFile, 'utf8').match(/starting/g)).toHaveLength(3);
  });

  test('a silent program is stopped and not tried again', async () => {
    const silent = { ...coming('silent', `setInterval(() => {}, 1000)`), startLimitMs: 300 };
    await expect(comeUp(silent)).rejects.toThrow('silent for 0.3 s');
    expect(silent.said).toEqual([]);
  });

  test('a chosen port is none that the machine gives to outgoing connections', async () => {
    const given = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        resolve((server.address() as { port: number }).port);
        server.close();
      });
    });
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    expect(Math.max(...ports)).toBeLessThan(Math.min(given, 49_152));
    expect(await isPortFree(ports[0] ?? 0, '127.0.0.1')).toBe(true);
  });
});
