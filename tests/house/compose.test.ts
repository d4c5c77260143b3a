import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { isKnownSetting, listSettings, loadConfig } from '../../config';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  healthcheck?: { test: string[] };
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, unknown>;
}

const project = resolve(__dirname, '..', '..');
const text = readFileSync(join(project, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

/** An image names a version: digits and dots, or a digest; never a moving tag. */
const isPinned = (image: string) =>
  /@sha256:[0-9a-f]{64}$/.test(image) || /^[a-z0-9./-]+:\d+\.\d+(\.\d+)?[a-z0-9.-]*$/.test(image);
const unknownTo = (service: Service) => Object.keys(service.environment ?? {}).filter((name) => !isKnownSetting(name));

describe('docker-compose.yml', () => {
  test('has every part of a server', () => {
    expect(Object.keys(compose.services)).toEqual([
      'postgres',
      'temporal-schema',
      'temporal',
      'temporal-ui',
      'migrate',
      'prepare-engine',
      'web',
      'worker',
      'proxy',
    ]);
    expect([compose.services.web?.deploy, compose.services.worker?.deploy]).toEqual([{ replicas: 2 }, { replicas: 2 }]);
  });

  test.each(['postgres', 'postgres:latest', 'postgres:18', 'temporalio/ui:v2', 'node:lts'])(
    '%s would be no pinned image',
    (image) => {
      expect(isPinned(image)).toBe(false);
    },
  );
  test.each(services.map(([name, { image }]) => [name, image ?? '']))('%s runs the pinned image %s', (_name, image) => {
    expect(isPinned(image)).toBe(true);
  });
  test('the Dockerfile starts from one pinned image', () => {
    const bases = [...readFileSync(join(project, 'Dockerfile'), 'utf8').matchAll(/^FROM (\S+)/gm)].map(
      ([, image]) => image ?? '',
    );
    expect(new Set(bases).size).toBe(1);
    expect(bases.every(isPinned)).toBe(true);
  });

  test('a variable that the configuration does not know is found', () => {
    expect(unknownTo({ environment: { PORT: '1', PROT: '2', PORT_FILE: '/x', SESSION_SECRET_FILE: '/y' } })).toEqual([
      'PROT',
      'PORT_FILE',
    ]);
  });
  test.each(ours)('every variable of %s is known to the configuration', (_name, service) => {
    expect(Object.keys(service.environment ?? {}).length).toBeGreaterThan(0);
    expect(unknownTo(service)).toEqual([]);
  });

  test.each(ours)('the configuration of %s is accepted in production, secrets read from files', (_name, service) => {
    const directory = mkdtempSync(join(tmpdir(), 'secrets-'));
    try {
      expect(loadConfig(filled(service, directory))).toMatchObject({
        production: true,
        demonstration: false,
        databaseUrl: expect.stringMatching(/^postgresql:\/\/shuangsuiji:own-value-database-password/),
      });
      expect(() => loadConfig({ ...filled(service, directory), DEMONSTRATION: 'true' })).toThrow(
        /DEMONSTRATION: production has no demonstration/,
      );
      expect(() => loadConfig({ ...filled(service, directory), SESSION_SECRET_FILE: undefined })).toThrow(
        /SESSION_SECRET: production must give its own/,
      );
      writeFileSync(join(directory, 'database-password'), 'postgres\n');
      expect(() => loadConfig({ ...filled(service, directory, false) })).toThrow(
        /DATABASE_PASSWORD: production refuses/,
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  function filled(service: Service, directory: string, write = true): Record<string, string | undefined> {
    for (const name of write ? (service.secrets ?? []) : [])
      writeFileSync(join(directory, name), `own-value-${name}-own-value-${name}\n`);
    const values = Object.entries(service.environment ?? {}).map(([name, value]) => {
      const asked = value.replace(/^\$\{\w+:\?.*\}$/, 'https://county.example.cn');
      return [name, asked.replace('/run/secrets', directory)] as const;
    });
    return Object.fromEntries(values);
  }

  test('no password stands in the file, and every secret and volume that is used is declared', () => {
    for (const { name } of listSettings().filter((row) => row.secret && row.name !== 'DATABASE_URL'))
      expect(text).not.toMatch(new RegExp(`^\\s*${name}:`, 'm'));
    expect(text).not.toMatch(/PASSWORD: |PWD: |:\/\/\w+:[^@/]+@/);
    const used = services.flatMap(([, service]) => service.secrets ?? []);
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.secrets)));
  });

  test('the web alone has the key that signs acts, and the worker alone the keys that know them', () => {
    const having = (name: string) => services.filter(([, { secrets }]) => secrets?.includes(name)).map(([of]) => of);
    const told = (name: string) =>
      services.filter(([, { environment }]) => environment && name in environment).map(([of]) => of);
    expect([having('act-key'), told('ACT_KEY_FILE')]).toEqual([['web'], ['web']]);
    expect([having('act-public-keys'), told('ACT_PUBLIC_KEYS_FILE')]).toEqual([['worker'], ['worker']]);
    expect(compose.services.web?.environment).toMatchObject({ ACT_KEY_FILE: '/run/secrets/act-key' });
    expect(compose.services.worker?.environment).toMatchObject({
      ACT_PUBLIC_KEYS_FILE: '/run/secrets/act-public-keys',
    });
  });

  test('services that stay up are watched, and wait for what they need', () => {
    for (const name of ['postgres', 'temporal', 'web', 'worker', 'proxy'])
      expect(compose.services[name]?.healthcheck?.test[0]).toMatch(/^CMD/);
    for (const [, service] of services)
      for (const needed of Object.keys(service.depends_on ?? {}))
        expect(Object.keys(compose.services)).toContain(needed);
    expect(compose.services.web?.depends_on).toMatchObject({
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  test('each command of ours is a program that the build makes', () => {
    const programs = ours.map(([, { command }]) => command?.[0]?.replace(/^dist\/(.*)\.js$/, '$1.ts') ?? '');
    for (const program of programs) expect(readFileSync(join(project, program), 'utf8')).toContain('loadConfig');
  });
});
