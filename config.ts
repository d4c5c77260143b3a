import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

type Environment = Record<string, string | undefined>;

/** One setting: what it means for the person who sets it, its default as text, and how its text is checked. */
interface Setting<S extends z.ZodType = z.ZodType> {
  meaning: string;
  /** Text used where nothing is given; absent = nothing is assumed. */
  default?: string;
  /** May be given as the content of a file named by `<NAME>_FILE`, and is never printed. */
  secret?: true;
  /** The default serves a machine of one person only: production must give its own value. */
  ownInProduction?: true;
  schema: S;
}

const port = z.coerce.number().int().min(1).max(65535);
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');
const text = z.string().min(1);
const address = z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port');
const httpUrl = z.url({ protocol: /^https?$/ });

const setting = <S extends z.ZodType>(meaning: string, schema: S, more: Omit<Setting, 'meaning' | 'schema'> = {}) => ({
  meaning,
  schema,
  ...more,
});

const settings = {
  NODE_ENV: setting(
    '`production` refuses the demonstration and every default password',
    z.enum(['development', 'test', 'production']),
    { default: 'development' },
  ),
  HOST: setting('Address on which the web process listens', text, { default: '127.0.0.1' }),
  PORT: setting('Port of the web process; the one port that people use', port, { default: '3000' }),
  PUBLIC_URL: setting('Address under which people reach the system; empty = http://127.0.0.1:PORT', httpUrl.optional()),
  TRUSTED_PROXIES: setting('How many reverse proxies stand before the web process', whole(0, 5), { default: '0' }),
  DATA_DIR: setting('Directory of everything that must survive: database, engine, files, logs', text, {
    default: '.data',
  }),
  CACHE_DIR: setting(
    'Directory of what can be fetched again (engine, browser); empty = `cache` in DATA_DIR',
    text.optional(),
  ),
  DATABASE_URL: setting(
    'PostgreSQL to use; empty = a server of our own under DATA_DIR',
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    { secret: true, ownInProduction: true },
  ),
  DATABASE_PASSWORD: setting('Password put into DATABASE_URL, so that the address need not hold it', text.optional(), {
    secret: true,
  }),
  DATABASE_POOL: setting(
    'Connections that one process may hold open for acts, and the web as many again for pages',
    whole(2, 200),
    { default: '10' },
  ),
  POSTGRES_PORT: setting('Port of our own PostgreSQL; empty = chosen once and kept in DATA_DIR', port.optional()),
  TEMPORAL_ADDRESS: setting(
    'host:port of an engine that exists; empty = a development server of our own',
    address.optional(),
    { ownInProduction: true },
  ),
  TEMPORAL_NAMESPACE: setting('Namespace of the cases in the engine', z.string().regex(/^[A-Za-z0-9_.-]{2,255}$/), {
    default: 'shuangsuiji',
  }),
  TEMPORAL_CLI_PATH: setting(
    'The `temporal` program to use for our own development server; empty = looked for',
    text.optional(),
  ),
  ENGINE_PORT: setting('Port of our own engine; empty = chosen once and kept in DATA_DIR', port.optional()),
  ENGINE_UI_PORT: setting(
    'Port of the operator pages of our own engine; empty = chosen once and kept in DATA_DIR',
    port.optional(),
  ),
  TASK_QUEUE: setting('Beginning of the names of the task queues', z.string().regex(/^[a-z0-9-]{1,100}$/), {
    default: 'shuangsuiji',
  }),
  CHROMIUM_PATH: setting('Browser that prints documents; empty = looked for, then the packaged one', text.optional()),
  DEMONSTRATION: setting('Load and show the demonstration county; empty = true outside production', yesOrNo.optional()),
  DEMONSTRATION_SEED: setting('Number from which the demonstration county is generated', whole(0, 2 ** 31 - 1), {
    default: '20261123',
  }),
  COUNTY_CODE: setting(
    'Division code of the county (GB/T 2260), part of every case number',
    z.string().regex(/^\d{6}$/),
    { default: '320723' },
  ),
  SESSION_SECRET: setting('Key that signs session cookies, 32 characters or more', z.string().min(32), {
    default: 'for-one-machine-only-for-one-machine-only',
    secret: true,
    ownInProduction: true,
  }),
  ACT_KEY: setting(
    'Ed25519 private key (PKCS#8 PEM) by which the web signs acts; for the web alone, npm start makes one',
    text.optional(),
    { secret: true },
  ),
  ACT_PUBLIC_KEYS: setting(
    'Public keys (PEM, one after another) by which the worker knows the acts of the web, old ones kept',
    text.optional(),
    { secret: true },
  ),
  SESSION_IDLE_MINUTES: setting('Minutes without a request after which a session ends', whole(1, 1440), {
    default: '30',
  }),
  SESSION_HOURS: setting('Hours after which a session ends in any case', whole(1, 72), { default: '12' }),
  COOKIE_SECURE: setting('Send cookies over HTTPS only; empty = true in production', yesOrNo.optional()),
  WORKER_HEALTH_PORT: setting(
    'Port of the health page of the worker; npm start chooses one where none is given',
    port,
    { default: '3001' },
  ),
  STAND_IN_PORT: setting(
    'Port of the stand-in for outside platforms; npm start chooses one where none is given',
    port,
    { default: '3002' },
  ),
  PUBLIC_CREDIT_URL: setting('Address of the public-credit system; empty = the stand-in', httpUrl.optional(), {
    ownInProduction: true,
  }),
  PUBLIC_CREDIT_KEY: setting('Key that signs records to the public-credit system', z.string().min(16), {
    default: 'demonstration-key-credit',
    secret: true,
    ownInProduction: true,
  }),
  JOINT_DISCIPLINE_URL: setting('Address of the joint-discipline platform; empty = the stand-in', httpUrl.optional(), {
    ownInProduction: true,
  }),
  JOINT_DISCIPLINE_KEY: setting('Key that signs records to the joint-discipline platform', z.string().min(16), {
    default: 'demonstration-key-discipline',
    secret: true,
    ownInProduction: true,
  }),
  MAIL_URL: setting(
    'Mail server (`smtp://user:password@host:port`, `smtps://`); empty = no mail, and of the demonstration its stand-in inbox',
    z.url({ protocol: /^smtps?$/ }).optional(),
    { secret: true },
  ),
  MAIL_FROM: setting('Who mails are from', z.string().regex(/@/), { default: '双随机、一公开 <noreply@localhost>' }),
  STAND_IN_MAIL_PORT: setting(
    'Port of the inbox (SMTP) of the stand-in; empty = it has none, but npm start chooses one and keeps it in DATA_DIR',
    port.optional(),
  ),
  SIGN_INS_PER_MINUTE: setting(
    'Sign-ins from one address in a minute; a county may stand behind one',
    whole(1, 100_000),
    {
      default: '1200',
    },
  ),
  EXCHANGE_PER_MINUTE: setting('Records that may go to one outside platform in a minute', whole(1, 6000), {
    default: '120',
  }),
  ANSWER_DEADLINE_MS: setting(
    'Milliseconds after which an act whose answer is still out is shown as 受理中',
    whole(100, 60_000),
    { default: '12000' },
  ),
  UPLOAD_LIMIT_MB: setting('Largest upload in megabytes', whole(1, 200), { default: '20' }),
  START_SECONDS: setting('Seconds in which a part must be healthy after its start', whole(5, 600), { default: '60' }),
  STOP_SECONDS: setting('Seconds in which a part must have ended before it is killed', whole(1, 120), {
    default: '15',
  }),
  FRESH_VIEWS: setting(
    'Read templates and styles anew at every request, for whoever writes them; `npm run dev` sets it',
    yesOrNo,
    { default: 'false' },
  ),
  LOG_LEVEL: setting('Least important log line that is kept', z.enum(['debug', 'info', 'warn', 'error']), {
    default: 'info',
  }),
} satisfies Record<string, Setting>;

type Settings = typeof settings;
export type SettingName = keyof Settings;
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>;
type Values = { [K in SettingName as Camel<K>]: z.output<Settings[K]['schema']> };
type Resolved = 'publicUrl' | 'cacheDir' | 'demonstration' | 'cookieSecure' | 'publicCreditUrl' | 'jointDisciplineUrl';

/** Every setting in camel case, checked, with the derived defaults filled in and directories made absolute. */
export type Config = Omit<Values, Resolved> & { [K in Resolved]: NonNullable<Values[K]> } & {
  production: boolean;
  /** Names that the environment gave, so that chosen ports never replace wished ones. */
  given: ReadonlySet<SettingName>;
};

/** The environment does not make a configuration; `problems` has one line for each setting to mend. */
export class ConfigurationError extends Error {
  readonly code = 'configuration_refused';
  constructor(readonly problems: string[]) {
    super(
      `The configuration was refused; nothing was started. Mend these settings:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

/** One row of the README's table, and what the compose file is checked against. */
interface SettingRow {
  name: SettingName;
  meaning: string;
  default: string;
  secret: boolean;
}

/** All settings in the order in which the README lists them. */
export function listSettings(): SettingRow[] {
  return Object.entries<Setting>(settings).map(([name, { meaning, default: standard = '', secret = false }]) => ({
    name: name as SettingName,
    meaning,
    default: standard,
    secret,
  }));
}

/** Whether `name` can be set: a setting, or `<NAME>_FILE` of a secret one. */
export function isKnownSetting(name: string): boolean {
  return listSettings().some((row) => row.name === name || (row.secret && `${row.name}_FILE` === name));
}

/**
 * Reads the configuration; the only reader of the environment.
 * @throws ConfigurationError naming every setting that is wrong, unreadable, or not allowed in production
 */
export function loadConfig(env: Environment = process.env): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  const given = new Set<SettingName>();
  for (const [name, entry] of Object.entries<Setting>(settings) as [SettingName, Setting][]) {
    const raw = readText(env, name, entry, problems);
    if (raw !== undefined) given.add(name);
    const checked = entry.schema.safeParse(raw ?? entry.default);
    if (checked.success) values[camelCase(name)] = checked.data;
    else problems.push(`${name}: ${checked.error.issues.map((issue) => issue.message).join('; ')} (${entry.meaning})`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  const config = withDerivedDefaults(values as Values, given);
  if (config.production) problems.push(...refusedInProduction(config));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return config;
}

/** The environment of a child process: what this process has, and `overrides`, which also replace a setting's file. */
export function childEnvironment(
  overrides: Partial<Record<SettingName, string>>,
  env: Environment = process.env,
): Environment {
  const replaced = Object.keys(overrides).map((name) => [`${name}_FILE`, undefined] as const);
  return { ...env, ...Object.fromEntries(replaced), ...overrides };
}

function readText(env: Environment, name: SettingName, entry: Setting, problems: string[]): string | undefined {
  const direct = env[name]?.trim() || undefined;
  const file = entry.secret ? env[`${name}_FILE`]?.trim() || undefined : undefined;
  if (!file) return direct;
  if (direct) problems.push(`${name}: given twice, directly and by ${name}_FILE; leave one out`);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim() || undefined;
  problems.push(`${name}_FILE: there is no file ${file}`);
  return undefined;
}

function withDerivedDefaults(values: Values, given: ReadonlySet<SettingName>): Config {
  const production = values.nodeEnv === 'production';
  const dataDir = resolve(values.dataDir);
  const standIn = `http://127.0.0.1:${values.standInPort}`;
  return {
    ...values,
    production,
    given,
    dataDir,
    cacheDir: resolve(values.cacheDir ?? join(dataDir, 'cache')),
    databaseUrl: values.databaseUrl && withPassword(values.databaseUrl, values.databasePassword),
    publicUrl: values.publicUrl ?? `http://127.0.0.1:${values.port}`,
    demonstration: values.demonstration ?? !production,
    cookieSecure: values.cookieSecure ?? production,
    publicCreditUrl: values.publicCreditUrl ?? `${standIn}/platforms/public-credit`,
    jointDisciplineUrl: values.jointDisciplineUrl ?? `${standIn}/platforms/joint-discipline`,
  };
}

function withPassword(databaseUrl: string, password: string | undefined): string {
  if (!password) return databaseUrl;
  const url = new URL(databaseUrl);
  url.password = encodeURIComponent(password);
  return url.toString();
}

const weakPasswords = new Set([
  '',
  'postgres',
  'password',
  'temporal',
  'admin',
  'root',
  '123456',
  'changeme',
  'secret',
]);

function refusedInProduction(config: Config): string[] {
  const problems: string[] = [];
  if (config.demonstration)
    problems.push('DEMONSTRATION: production has no demonstration county; leave it out or set it to false');
  if (config.freshViews) problems.push('FRESH_VIEWS: production keeps its templates; leave it out or set it to false');
  for (const [name, entry] of Object.entries<Setting>(settings) as [SettingName, Setting][]) {
    const value = config[camelCase(name) as keyof Config];
    const isDefault = !config.given.has(name) || (entry.default !== undefined && value === entry.default);
    if (entry.ownInProduction && isDefault)
      problems.push(
        `${name}: production must give its own${entry.secret ? ` (or ${name}_FILE)` : ''}: ${entry.meaning}`,
      );
  }
  if (config.databaseUrl && weakPasswords.has(decodeURIComponent(new URL(config.databaseUrl).password))) {
    problems.push('DATABASE_PASSWORD: production refuses an empty or default database password');
  }
  return problems;
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
