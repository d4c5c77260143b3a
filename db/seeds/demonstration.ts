import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { shiftDay } from '../../domain/calendar/iso-day';
import { readCountyWords } from './county-words';
import { demonstrationCounty } from './demonstration-county';
import { insertRows } from '../insert-rows';
import { randomSource } from './random-source';

export interface DemonstrationOptions {
  /** The project's data folder. */
  folder: string;
  seed: number;
  production: boolean;
  at: Date;
  /** Of services/people/password; the salt comes from the seed. */
  hashPassword: (password: string, salt: Buffer) => Promise<string>;
  size?: { objects: number; inspectors: number };
}

const fullSize = { objects: 10_000, inspectors: 300 };

/** The one word that opens every demonstration account. */
export const demonstrationPassword = (seed: number): string => `guanyun-${seed}`;

/**
 * Loads the demonstration county where there is none yet; the reference data must be there.
 * @returns rows by table, or undefined where the county was there already
 * @throws Error in production: invented firms and a known password never stand beside real ones
 */
export async function seedDemonstration(
  dataSource: DataSource,
  options: DemonstrationOptions,
): Promise<Record<string, number> | undefined> {
  if (options.production) {
    throw new Error(
      'The demonstration county is refused in production: its accounts share a known password. Set DEMONSTRATION=false and create accounts instead.',
    );
  }
  const { folder, seed, at } = options;
  if (await isLoaded(dataSource)) return undefined;
  const today = shanghaiDay(at);
  const county = demonstrationCounty(randomSource(seed), readCountyWords(folder), options.size ?? fullSize, today);
  // One salt and so one hash for all: a hundred hashes would take ten seconds and protect nothing that is known anyway.
  const salt = createHash('sha256').update(`demonstration/${seed}`).digest().subarray(0, 16);
  const passwordHash = await options.hashPassword(demonstrationPassword(seed), salt);

  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('seed'))`);
    if (await isLoaded(manager)) return undefined;
    const stamp = { updated_at: at.toISOString(), version: 1 };
    await insertRows(
      manager,
      'check_object',
      objectColumns,
      county.objects.map((object) => ({ ...object, ...stamp })),
    );
    await insertRows(
      manager,
      'inspector',
      inspectorColumns,
      county.inspectors.map((inspector) => ({ ...inspector, ...stamp })),
    );
    await insertRows(manager, 'recusal', ['inspector_id', 'object_id', 'reason'], county.recusals);
    const accounts = county.accounts.map((account) => ({
      ...account,
      password_hash: passwordHash,
      must_change_password: false,
      failed_attempts: 0,
      active: true,
      demonstration: true,
      created_at: at.toISOString(),
      version: 1,
    }));
    await insertRows(manager, 'account', accountColumns, accounts);
    await nameCatalogueCodes(manager);
    await authoriseOffice(manager, today);
    await giveTelephones(manager);
    await nameMaterials(manager);
    return {
      check_object: county.objects.length,
      inspector: county.inspectors.length,
      recusal: county.recusals.length,
      account: accounts.length,
    };
  });
}

async function isLoaded(source: Pick<EntityManager, 'query'>): Promise<boolean> {
  const known: unknown[] = await source.query('SELECT 1 FROM account WHERE demonstration LIMIT 1');
  return known.length > 0;
}

const objectColumns = [
  'id',
  'uscc',
  'registration_no',
  'kind',
  'name',
  'status',
  'founded_on',
  'address',
  'division',
  'industry',
  'scope',
  'legal_representative',
  'phone',
  'responsible_departments',
  'tags',
  'licences',
  'risk_class',
  'risk_source',
  'credit_status',
  'last_checked_on',
  'updated_at',
  'version',
] as const;
const inspectorColumns = [
  'id',
  'department',
  'staff_no',
  'name',
  'unit',
  'post_class',
  'certificates',
  'qualifications',
  'specialisms',
  'areas',
  'duty_status',
  'updated_at',
  'version',
] as const;
const accountColumns = [
  'id',
  'username',
  'name',
  'department',
  'capacities',
  'password_hash',
  'must_change_password',
  'failed_attempts',
  'active',
  'inspector_id',
  'demonstration',
  'created_at',
  'version',
] as const;

/** Invented 14-digit codes, all beginning 99; every tenth item stays without one, so that its records wait for a person. */
async function nameCatalogueCodes(manager: EntityManager): Promise<void> {
  await manager.query(
    `UPDATE check_item_version v SET catalogue_code = '99' || lpad(n.place::text, 12, '0')
     FROM (SELECT code, row_number() OVER (ORDER BY code) AS place FROM check_item) n WHERE n.code = v.item_code AND n.place % 10 <> 0`,
  );
}

/** Invented numbers, all beginning 0518-999, for the papers that name whom to call, and marks for their numbers. */
async function giveTelephones(manager: EntityManager): Promise<void> {
  await manager.query(
    `UPDATE department SET phone = '0518-999' || lpad(position::text, 5, '0'), document_mark = '灌' || regexp_replace(short_name, '(局|委|办公室|办)$', '')`,
  );
}

/** What a firm has ready, the same for every item until departments enter their own. */
async function nameMaterials(manager: EntityManager): Promise<void> {
  await manager.query(
    `UPDATE check_item_version SET materials = E'营业执照\n与检查事项有关的许可证件\n与检查事项有关的台账和记录'`,
  );
}

async function authoriseOffice(manager: EntityManager, today: string): Promise<void> {
  const authorisation = {
    id: 'demo-standing-1',
    document: '演示：联席会议第1次全体会议纪要',
    scope: '部门联合抽查方案的审定、终止和延期，由联席会议办公室办理',
    matters: ['determine', 'refuse', 'end', 'extend'],
    itemClasses: ['key', 'general'],
    validFrom: shiftDay(today, -180),
    validTo: shiftDay(today, 540),
  };
  await manager.query(
    `UPDATE setting SET value = $1::jsonb, version = version + 1 WHERE key = 'decision.authorisations'`,
    [JSON.stringify([authorisation])],
  );
}
