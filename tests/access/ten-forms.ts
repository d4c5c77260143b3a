import type { CountySite } from './county-site';

export type Fields = Record<string, unknown>;
/** A form that two people have open at once. */
export interface SharedForm {
  by: string;
  /** A colleague, or the same person in another tab. */
  other?: string;
  address(): string;
  /** What the other changes, and what I type; both change `field`, only the other `theirs`, only I `mine`. */
  first: Fields;
  second: Fields;
  collides: boolean;
  /** What both pages must show in words. */
  mine: string;
  theirs: string;
  /** What stands in the end, where mine is kept wherever both changed something. */
  stands(): Promise<unknown>;
  expected: unknown;
}

/** Rows that no case is of and that the forms are about. */
export async function sharedRows(site: CountySite): Promise<{ object: string; officer: string; account: string }> {
  const first = async (sql: string) => ((await site.county.dataSource.query(sql)) as { id: string }[])[0]?.id ?? '';
  return {
    object: await first(
      `SELECT id FROM check_object WHERE responsible_departments @> '{SCJG}' AND uscc IS NOT NULL ORDER BY id LIMIT 1`,
    ),
    officer: await first(`SELECT id FROM inspector WHERE department = 'SCJG' ORDER BY staff_no LIMIT 1`),
    account: await first(`SELECT id FROM account WHERE username = 'wjw-liaison'`),
  };
}

/** Ten forms of ten kinds, each with what one person types and what another has changed meanwhile. */
export function tenForms(world: () => { site: CountySite; rows: Awaited<ReturnType<typeof sharedRows>> }) {
  const one = async (sql: string, parameters: unknown[] = []) =>
    ((await world().site.county.dataSource.query(sql, parameters)) as Fields[])[0];
  const stateOf = async (id: string) => (await one('SELECT state FROM official_case WHERE id = $1', [id]))?.['state'];
  const caseId = (kind: string, stage: string) => world().site.find(kind, stage).id;
  const actOn = (kind: string, stage: string, act: string) => `/cases/${caseId(kind, stage)}/acts/${act}`;

  const forms: Record<string, SharedForm> = {
    'a scheme revision': {
      by: 'scjg-handler',
      address: () => actOn('joint-check', 'drafting', 'jointCheck.revise'),
      first: { 'scheme[title]': '对方改的名称', 'scheme[windowTo]': '2027-01-20', reason: '时间不够' },
      second: { 'scheme[title]': '我改的名称', 'scheme[purpose]': '我写的目的', reason: '名称有误' },
      collides: true,
      mine: '我改的名称',
      theirs: '对方改的名称',
      stands: async () => ((await stateOf(caseId('joint-check', 'drafting'))) as { scheme: Fields }).scheme,
      expected: { title: '我改的名称', windowTo: '2027-01-20', purpose: '我写的目的' },
    },
    'an answer to a consultation': {
      by: 'wjw-handler',
      address: () => actOn('consultation', 'open', 'consultation.draftAnswer'),
      first: { verdict: 'object', reasons: '对方写的理由' },
      second: { verdict: 'agreeWithComments', reasons: '我写的理由' },
      collides: true,
      mine: '我写的理由',
      theirs: '对方写的理由',
      stands: async () =>
        ((await stateOf(caseId('consultation', 'open'))) as { letters: Record<string, { draft: Fields }> }).letters[
          'WJW'
        ]?.draft,
      expected: { verdict: 'agreeWithComments', reasons: '我写的理由' },
    },
    'a date': {
      by: 'scjg-handler',
      address: () => actOn('visit', 'awaitingDate', 'visit.setDate'),
      first: { date: '2026-12-07' },
      second: { date: '2026-12-08' },
      collides: true,
      mine: '2026年12月8日',
      theirs: '2026年12月7日',
      stands: async () => stateOf(caseId('visit', 'awaitingDate')),
      expected: { date: '2026-12-08' },
    },
    'a referral draft': {
      by: 'scjg-handler',
      address: () => actOn('referral', 'draft', 'referral.amend'),
      first: { facts: '对方写的事实', legalBasis: '对方写的依据第一条' },
      second: { facts: '我写的事实', catalogueCode: '' },
      collides: true,
      mine: '我写的事实',
      theirs: '对方写的事实',
      stands: async () => stateOf(caseId('referral', 'draft')),
      expected: { facts: '我写的事实', legalBasis: '对方写的依据第一条' },
    },
    'a firm of the register': {
      by: 'scjg-handler',
      other: 'office-handler',
      address: () => `/registers/objects/${world().rows.object}/edit`,
      first: { phone: '0518-88880001', address: '对方写的地址1号', reason: '来函核实' },
      second: { phone: '0518-88880002', legalRepresentative: '我写的人', reason: '电话核实' },
      collides: true,
      mine: '0518-88880002',
      theirs: '0518-88880001',
      stands: () =>
        one('SELECT phone, address, legal_representative AS legal FROM check_object WHERE id = $1', [
          world().rows.object,
        ]) as never,
      expected: { phone: '0518-88880002', address: '对方写的地址1号', legal: '我写的人' },
    },
    'an officer of the register': {
      by: 'scjg-handler',
      other: 'office-handler',
      address: () => `/registers/inspectors/${world().rows.officer}/edit`,
      first: { specialisms: '计量\n对方写的专长', dutyStatus: 'seconded', reason: '来函核实' },
      second: { specialisms: '我写的专长', reason: '电话核实' },
      collides: false,
      mine: '我写的专长',
      theirs: '对方写的专长',
      stands: () =>
        one('SELECT specialisms, duty_status AS duty FROM inspector WHERE id = $1', [world().rows.officer]) as never,
      expected: { specialisms: ['我写的专长', '计量', '对方写的专长'], duty: 'seconded' },
    },
    'an item': {
      by: 'scjg-handler',
      other: 'office-handler',
      address: () => '/registers/items/SCJG-CC001/edit',
      first: { cause: 'amended', method: '对方写的方式', note: '对方写的说明', reason: '来函核实' },
      second: { cause: 'amended', method: '我写的方式', materials: '我写的材料', reason: '上级修订' },
      collides: true,
      mine: '我写的方式',
      theirs: '对方写的方式',
      stands: () =>
        one(
          `SELECT method, note, materials FROM check_item_version WHERE item_code = 'SCJG-CC001' ORDER BY version DESC LIMIT 1`,
        ) as never,
      expected: { method: '我写的方式', note: '对方写的说明', materials: '我写的材料' },
    },
    'a unit': {
      by: 'system-admin',
      other: 'office-handler',
      address: () => '/registers/departments/WJW/edit',
      first: { sector: '对方写的领域', phone: '0518-88110001', reason: '来函核实' },
      second: { sector: '我写的领域', reason: '机构改革' },
      collides: true,
      mine: '我写的领域',
      theirs: '对方写的领域',
      stands: () => one(`SELECT sector, phone FROM department WHERE code = 'WJW'`) as never,
      expected: { sector: '我写的领域', phone: '0518-88110001' },
    },
    'a setting': {
      by: 'system-admin',
      address: () => '/settings/publication.workingDays',
      first: { value: '15', source: '对方写的依据文件', holdsFrom: '2027-02-01' },
      second: { value: '10', source: '我写的依据文件', holdsFrom: '2027-03-01' },
      collides: true,
      mine: '我写的依据文件',
      theirs: '对方写的依据文件',
      stands: () =>
        one(
          `SELECT after->>'value' AS value, after->>'source' AS source FROM register_change WHERE register = 'setting' AND subject_id = 'publication.workingDays' ORDER BY version DESC LIMIT 1`,
        ) as never,
      expected: { value: '10', source: '我写的依据文件' },
    },
    'an account': {
      by: 'security-admin',
      address: () => `/accounts/${world().rows.account}`,
      first: { name: '对方改名', capacities: ['departmentLiaison', 'departmentHandler'], despiteTasks: 'on' },
      second: { name: '我改的名', despiteTasks: 'on' },
      collides: true,
      mine: '我改的名',
      theirs: '对方改名',
      stands: () => one('SELECT name, capacities FROM account WHERE id = $1', [world().rows.account]) as never,
      expected: { name: '我改的名', capacities: ['departmentLiaison', 'departmentHandler'] },
    },
  };
  return forms;
}
