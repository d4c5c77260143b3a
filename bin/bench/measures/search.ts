import type { DataSource } from 'typeorm';
import { caseKinds } from '../../../domain/processes';
import { OFFICE } from '../../../domain/actor';
import type { Reader } from '../../../domain/permissions/reader';
import { findCases } from '../../../services/queries/search/find-cases';
import { findDocuments } from '../../../services/queries/search/find-documents';
import { findFirms } from '../../../services/queries/search/find-firms';
import { findOfficers } from '../../../services/queries/search/find-officers';
import { ratioFigure, type Figure, type Pair } from '../figure';

const [few, many] = [10_000, 100_000];
const size = 5;
/** A department that reads one case in thirty, and the office, which reads all. */
const readers: Reader[] = [
  { department: 'SCJG', capacities: ['departmentHandler'] },
  { department: OFFICE, capacities: ['officeHandler'] },
];
const towns = [
  '新安镇',
  '堆沟港镇',
  '百禄镇',
  '孟兴庄镇',
  '汤沟镇',
  '张店镇',
  '三口镇',
  '北陈集镇',
  '李集镇',
  '田楼镇',
];
const trades = [
  '食品经营部',
  '餐饮有限公司',
  '建材商行',
  '汽车修理厂',
  '药房',
  '幼儿园',
  '化工有限公司',
  '超市',
  '宾馆',
  '网吧',
];
const signs = [...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈'];

/** The name of the nth firm: as in a county, by town, by a name of its own, and by trade. */
function nameOf(n: number): string {
  const own = [n, n / signs.length, n / signs.length ** 2].map((part) => signs[Math.trunc(part) % signs.length]);
  return `${towns[n % towns.length]}${own.join('')}${trades[Math.trunc(n / 10) % trades.length]}`;
}

/** What people type: names whole and in pieces, what stands everywhere, codes, numbers in each form, and what is not there. */
function typed(n: number): string[] {
  const name = nameOf(n);
  const [town, own] = [name.slice(0, 2), name.replace(/^.*镇/u, '').slice(0, 3)];
  const number = String(n).padStart(6, '0');
  const check = Math.trunc(n / 10);
  return [
    name,
    own,
    `${town} ${own}`,
    name.slice(-4),
    '有限公司',
    town,
    `${town} 化工`,
    `9132${number}`,
    `L${check}-C1-J${number}`,
    `3207232026L${check}`,
    `J${number}`,
    '没有这一家的名字',
    `函〔2026〕${n % 500}号`,
  ];
}

/**
 * A search in the head over 10^5 firms and 10^5 cases ÷ over 10^4 of each, in the slowest hundredth: all groups that the page
 * shows, for a department and for the office.
 * @param open gives an empty county of reference data
 */
export async function measureSearch(repeats: number, open: () => Promise<DataSource>): Promise<Figure> {
  const sides = [await filled(await open(), few), await filled(await open(), many)] as const;
  const pairs: Pair[] = [];
  // The first pass is for the caches.
  for (let repeat = -1; repeat < repeats; repeat++) {
    const floor = await slowest(sides[0], few, repeat + 1);
    const product = await slowest(sides[1], many, repeat + 1);
    if (repeat >= 0) pairs.push({ product, floor });
  }
  for (const side of sides) await side.destroy();
  return ratioFigure(
    {
      name: 'search',
      what: `p99 of a search over ${many} firms and ${many} cases ÷ over ${few} of each`,
      goal: { atMost: 3 },
    },
    pairs,
    (medians) => `${medians.product.toFixed(1)} ms ÷ ${medians.floor.toFixed(1)} ms`,
  );
}

/** The 99th of a hundred searches, in milliseconds. */
async function slowest(dataSource: DataSource, count: number, repeat: number): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; times.length < 200; asked++) {
    const n = Math.trunc((count * (asked * 0.618 + repeat * 0.17)) % count);
    for (const text of typed(n))
      for (const reader of readers) {
        const start = performance.now();
        await search(dataSource, reader, text);
        times.push(performance.now() - start);
      }
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
}

async function search(dataSource: DataSource, reader: Reader, text: string): Promise<void> {
  await findFirms(dataSource, reader, text, { size });
  for (const kind of caseKinds) await findCases(dataSource, reader, kind, text, { size });
  await findDocuments(dataSource, reader, text, { size });
  await findOfficers(dataSource, reader, text, { size });
}

/** Firms, a check for every thousand of them with a visit to each firm, and their papers' numbers, in a few statements. */
async function filled(dataSource: DataSource, count: number): Promise<DataSource> {
  const names = Array.from({ length: count }, (_, n) => nameOf(n));
  await dataSource.query(
    `INSERT INTO check_object (uscc, kind, name, name_key, status, responsible_departments)
     SELECT '9132' || to_char(given.n - 1, 'FM000000') || 'MA1A0000', 'enterprise', given.name, given.name, 'active', '{SCJG}'
     FROM unnest($1::text[]) WITH ORDINALITY AS given(name, n)`,
    [names],
  );
  // The department reads a thirtieth of the cases; every hundredth is a check, the others are visits of one.
  await dataSource.query(
    `INSERT INTO official_case (id, kind, number, title, title_key, subject_id, stage, lead_department, departments, readers, opened_at, stage_since, state, version)
     SELECT k.kind || '/' || k.number, k.kind, k.number, k.title, k.title, k.subject, 'underway', k.unit, ARRAY[k.unit], ARRAY[k.unit],
       now() - k.n * interval '1 minute', now(), '{}', 1
     FROM (
       SELECT o.n, CASE WHEN o.n % 30 = 0 THEN 'SCJG' ELSE 'WJW' END AS unit,
         CASE WHEN o.n % 100 = 0 THEN $2 ELSE $3 END AS kind,
         CASE WHEN o.n % 100 = 0 THEN o.own ELSE o.part END AS number,
         CASE WHEN o.n % 100 = 0 THEN '联合抽查第' || o.n || '批' ELSE o.part END AS title,
         CASE WHEN o.n % 100 = 0 THEN NULL ELSE o.id END AS subject
       FROM (SELECT f.id, f.n, '320723-2026-L' || to_char(f.n / 10, 'FM00000') AS own,
               '320723-2026-L' || to_char(f.n / 10, 'FM00000') || '-C1-J' || to_char(f.n, 'FM000000') AS part
             FROM (SELECT id, row_number() OVER (ORDER BY uscc) AS n FROM check_object) f WHERE f.n <= $1) o
     ) k`,
    [count, caseKinds[0], caseKinds.at(-2)],
  );
  await dataSource.query(
    `INSERT INTO document_number (unit, series, year, serial, number, subject, given_at)
     SELECT 'U' || (n / 500), '函', 2026, n % 500, '第' || (n / 500) || '局函〔2026〕' || (n % 500) || '号', 'search-bench/' || n || '/letter', now()
     FROM generate_series(1, $1::int / 10) n`,
    [count],
  );
  // As a server that has run for a day has them.
  await dataSource.query('VACUUM ANALYZE');
  return dataSource;
}
