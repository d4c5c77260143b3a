import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { nodeSha256 } from '../../connectors/node-sha256';
import { OFFICE } from '../../domain/actor';
import { inspectorsBytes, objectsBytes, paramsBytes, recusalsBytes } from '../../domain/draw/formula/bundle-files';
import { commitmentOf } from '../../domain/draw/formula/commitment';
import { checkFeasibility } from '../../domain/draw/formula/feasibility';
import type { DrawParams } from '../../domain/draw/formula/params';
import { readPool } from '../../domain/draw/formula/pool';
import { inspectorRealId, publicIdOf } from '../../domain/draw/formula/public-ids';
import type { FrozenPool } from '../../domain/facts';
import type { Preparations } from '../../domain/preparations';
import type { Queryable } from '../../db/queryable';
import type { PreparedWork } from '../preparations/prepared-work';
import { stratumKey, stratumOf, type Scheme } from '../../domain/joint-check/scheme';
import { normalForm } from '../../domain/text/normal-form';
import { canonicalJson } from '../../domain/proof/canonical-json';
import { drawSize } from './draw-size';
import { frozenElsewhere } from './frozen-elsewhere';
import { recusedPairs } from '../queries/registers/twins';
import { poolInspectors, poolObjects, type PoolInspector, type PoolObject } from './pool-rows';
import { writeBundleFile } from './bundle-files';

type Question = Preparations['freezePool'];

interface Basis {
  registers: string;
  draws: string;
  frozen: string;
}

/**
 * Builds the pool of a batch as the registers stand now, under an id of its own: files, secrets of the two parties,
 * commitments, exclusions. The act that freezes it names it; a pool that no batch names is read by nobody and swept away.
 */
export async function preparePool(
  dataSource: DataSource,
  question: Question,
  onProgress: () => void,
): Promise<PreparedWork<FrozenPool>> {
  const pool = randomUUID();
  const { basis, figures } = await dataSource.transaction('REPEATABLE READ', async (manager) => {
    const seen = await poolBasis(manager);
    const objects = await poolObjects(manager, question.scheme, question.check);
    const inspectors = await poolInspectors(manager, question.departments, question.scheme.windowTo);
    const recusals: Rows['recusals'] = await manager.query(
      `SELECT r.inspector_id, r.object_id FROM ${recusedPairs} r JOIN inspector i ON i.id = r.inspector_id WHERE i.department = ANY($1::text[])`,
      [question.departments],
    );
    const sharedWith = await frozenElsewhere(manager, question.batch, objects);
    onProgress();
    const built = await build(manager, { pool, basis: seen }, question, { objects, inspectors, recusals }, onProgress);
    return { basis: seen, figures: { ...built, sharedWith } };
  });
  return {
    answer: figures,
    async stands(manager) {
      await holdFreezes(manager);
      return isDeepStrictEqual(await poolBasis(manager), basis);
    },
    async keep(manager) {
      await manager.query('INSERT INTO batch (number, pool) VALUES ($1, $2)', [question.batch, pool]);
    },
  };
}

/** One lock for all freezes, held to the end of the act's transaction: of two at once the second sees the first. */
async function holdFreezes(manager: Queryable): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('draw.freeze'))`);
}

/**
 * The last change of any register, how many batches were drawn, and which are frozen and not drawn: what a pool was built
 * on stands as long as none of them has moved.
 */
async function poolBasis(manager: Queryable): Promise<Basis> {
  const rows: Basis[] = await manager.query(
    `SELECT COALESCE((SELECT max(id) FROM register_change), 0)::text AS registers,
       (SELECT count(*) FROM batch_file WHERE name = 'result.json')::text AS draws,
       COALESCE((SELECT string_agg(number, ' ' ORDER BY number) FROM official_case WHERE kind = 'draw' AND stage = 'frozen'), '') AS frozen`,
  );
  return rows[0] ?? { registers: '0', draws: '0', frozen: '' };
}

interface Rows {
  objects: PoolObject[];
  inspectors: PoolInspector[];
  recusals: { inspector_id: string; object_id: string }[];
}

async function build(
  manager: EntityManager,
  { pool: id, basis }: { pool: string; basis: Basis },
  question: Question,
  rows: Rows,
  onProgress: () => void,
): Promise<FrozenPool> {
  const { batch, scheme } = question;
  const nonceKey = randomBytes(32);
  const strata = opaqueStrata(scheme);
  const qualifications = qualificationCodes(scheme);
  const codeOf = new Map(Object.entries(qualifications).map(([name, code]) => [normalForm(name), code]));
  const publicObjects = new Map(
    rows.objects
      .filter((object) => !object.exclusion)
      .map((object) => [object.id, publicIdOf(nodeSha256, nonceKey, object.realId ?? '').publicId]),
  );
  const publicInspectors = new Map(
    rows.inspectors
      .filter((inspector) => !inspector.exclusion)
      .map((inspector) => [
        inspector.id,
        publicIdOf(nodeSha256, nonceKey, inspectorRealId(inspector.department, inspector.staffNo)).publicId,
      ]),
  );

  const parties = [question.departments[0] ?? '', OFFICE];
  const params: DrawParams = {
    version: 'draw/v1',
    batch,
    parties,
    event: { kind: 'none' },
    strata: scheme.strata.map((stratum) => ({
      id: strata[stratumKey(stratum)] ?? '',
      ...(stratum.count === undefined ? { basisPoints: stratum.basisPoints } : { count: stratum.count }),
    })),
    departments: scheme.tasks.map((task) => ({
      id: task.department,
      officers: task.officers,
      qualifications: [...new Set(task.qualifications.map((name) => codeOf.get(normalForm(name)) ?? ''))],
    })),
    runLength: scheme.objectsPerTrip,
    secrets: 'server',
  };
  const files = {
    params: paramsBytes(params, {
      check: question.check,
      qualificationCodes: qualifications,
      ratioRule: 'ceil(N*basisPoints/10000) or min(count,N)',
    }),
    objects: objectsBytes(
      rows.objects.flatMap((object) => {
        const id = publicObjects.get(object.id);
        return id
          ? [{ id, stratum: strata[stratumOf(scheme.strata, object.riskClass) ?? ''] ?? '', area: object.area }]
          : [];
      }),
    ),
    inspectors: inspectorsBytes(
      rows.inspectors.flatMap((inspector) => {
        const id = publicInspectors.get(inspector.id);
        const codes = inspector.qualifications.flatMap((name) => codeOf.get(normalForm(name)) ?? []);
        return id ? [{ id, department: inspector.department, qualifications: codes }] : [];
      }),
    ),
    recusals: recusalsBytes(
      rows.recusals.flatMap((recusal) => {
        const inspector = publicInspectors.get(recusal.inspector_id);
        const object = publicObjects.get(recusal.object_id);
        return inspector && object ? [{ inspector, object }] : [];
      }),
    ),
  };
  const secrets = Object.fromEntries(parties.map((party) => [party, randomBytes(32)]));
  const commitments = Buffer.from(
    canonicalJson(
      Object.fromEntries(
        Object.entries(secrets).map(([party, secret]) => [party, commitmentOf(nodeSha256, batch, party, secret)]),
      ),
    ),
  );

  const pool = readPool(nodeSha256, files, onProgress);
  const infeasible = checkFeasibility(params, pool.objects, pool.inspectors, pool.recusals)[0];
  const realObject = infeasible && [...publicObjects].find(([, publicId]) => publicId === infeasible.object)?.[0];
  const figures: FrozenPool = {
    batch,
    objects: publicObjects.size,
    excluded: countBy(
      rows.objects
        .flatMap((object) => object.exclusion ?? [])
        .concat(rows.inspectors.flatMap((inspector) => inspector.exclusion ?? [])),
    ),
    inspectors: publicInspectors.size,
    recusals: pool.recusals.count,
    drawSize: drawSize(
      scheme,
      rows.objects.flatMap(({ exclusion, riskClass }) => (exclusion ? [] : [{ riskClass, count: 1 }])),
    ),
    roots: {
      objects: hex(pool.roots.objects),
      inspectors: hex(pool.roots.inspectors),
      recusals: hex(pool.roots.recusals),
    },
    paramsHash: hex(pool.paramsFile.hash),
    commitmentsHash: createHash('sha256').update(commitments).digest('hex'),
    infeasible: infeasible && {
      object: realObject,
      department: infeasible.department,
      slot: infeasible.slot,
      qualification: Object.keys(qualifications).find((name) => qualifications[name] === infeasible.qualification),
    },
  };

  await manager.query(
    'INSERT INTO pool (id, batch, check_id, nonce_key, secrets, figures, basis, built_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())',
    [
      id,
      batch,
      question.check,
      nonceKey,
      JSON.stringify(
        Object.fromEntries(Object.entries(secrets).map(([party, secret]) => [party, secret.toString('hex')])),
      ),
      JSON.stringify(figures),
      JSON.stringify(basis),
    ],
  );
  await writeBundleFile(manager, id, 'params.json', files.params);
  await writeBundleFile(manager, id, 'objects.jsonl', files.objects);
  await writeBundleFile(manager, id, 'inspectors.jsonl', files.inspectors);
  await writeBundleFile(manager, id, 'recusals.jsonl', files.recusals);
  await writeBundleFile(manager, id, 'commitments.json', commitments);
  await writeBundleFile(manager, id, 'event.txt', Buffer.alloc(0));
  await writeRows(manager, id, scheme, rows, publicObjects, publicInspectors);
  return figures;
}

async function writeRows(
  manager: EntityManager,
  batch: string,
  scheme: Scheme,
  rows: Rows,
  publicObjects: Map<string, string>,
  publicInspectors: Map<string, string>,
) {
  await manager.query(
    `INSERT INTO batch_object (pool, object_id, public_id, stratum, area, exclusion)
     SELECT $1, id, public_id, stratum, area, exclusion
     FROM jsonb_to_recordset($2::jsonb) AS row(id uuid, public_id text, stratum text, area text, exclusion text)`,
    [
      batch,
      JSON.stringify(
        rows.objects.map((object) => ({
          id: object.id,
          public_id: publicObjects.get(object.id),
          stratum: stratumOf(scheme.strata, object.riskClass) ?? '',
          area: object.area,
          exclusion: object.exclusion,
        })),
      ),
    ],
  );
  await manager.query(
    `INSERT INTO batch_inspector (pool, inspector_id, department, public_id, exclusion)
     SELECT $1, id, department, public_id, exclusion FROM jsonb_to_recordset($2::jsonb) AS row(id uuid, department text, public_id text, exclusion text)`,
    [
      batch,
      JSON.stringify(
        rows.inspectors.map((inspector) => ({
          id: inspector.id,
          department: inspector.department,
          public_id: publicInspectors.get(inspector.id),
          exclusion: inspector.exclusion,
        })),
      ),
    ],
  );
}

/** Opaque codes in an order that says nothing: a firm's class never stands beside its name (04-draw.md). */
function opaqueStrata(scheme: Scheme): Record<string, string> {
  const order = scheme.strata
    .map((stratum) => ({ name: stratumKey(stratum), key: randomBytes(8).toString('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.fromEntries(order.map(({ name }, index) => [name, `s${index + 1}`]));
}

/** Names of qualifications are Chinese; the formula's ids are not, so the parameters carry the list of codes. */
function qualificationCodes(scheme: Scheme): Record<string, string> {
  const asked = scheme.tasks.flatMap((task) => task.qualifications);
  const names = [...new Map(asked.map((name) => [normalForm(name), name])).values()].sort();
  return Object.fromEntries(names.map((name, index) => [name, `q${index + 1}`]));
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
