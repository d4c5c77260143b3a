import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { RecordForm } from '../../../domain/visit/record-form';
import type { VisitState } from '../../../domain/visit/state';
import { yearAndSerialOf } from '../../../domain/numbers';
import type { DocumentFrame, DocumentRow } from '../../documents/document-row';
import { contactOf, sealNames, stateOf } from '../../documents/paper-facts';

/** 检查通知书 of one visit, for all departments. */
export async function inspectionNotice(dataSource: DataSource, row: DocumentRow) {
  const { visit, check, object, name, teams, items } = await visitFacts(dataSource, row.caseId);
  return {
    issuer: name(visit.lead),
    number: noticeNumber(visit),
    date: shanghaiDay(visit.since),
    check: { number: check.number, title: check.scheme.title },
    visitNumber: visit.number,
    object,
    inspectionDate: visit.date ?? visit.windowFrom,
    departments: Object.keys(visit.results).map((department) => ({
      department: name(department),
      items: items.filter((item) => item.department === department).map((item) => item.name),
      officers: teams(department),
    })),
    contact: await contactOf(dataSource, visit.lead),
  };
}

/** 检查记录表 of one department, with only this object's items; filled where the result is entered. */
export async function recordForm(dataSource: DataSource, row: DocumentRow, frame: DocumentFrame) {
  const { visit, check, object, name, teams, items } = await visitFacts(dataSource, row.caseId);
  const department = row.department ?? '';
  const form = await newestForm(dataSource, visit.id, department);
  const own = items.filter((item) => item.department === department);
  return {
    check: { number: check.number, title: check.scheme.title },
    formNumber: `${visit.number}-${department}`,
    department: name(department),
    object,
    items: own.map((item) => {
      const line = form?.rows.find((candidate) => candidate.item === item.code);
      return {
        item: item.name,
        content: item.content ?? '',
        finding: line?.finding ?? null,
        problem: line?.problem ?? '',
        handling: line?.handling ?? '',
      };
    }),
    otherProblem: form?.otherProblem ?? '',
    methods: form?.methods ?? [],
    result: form?.code ?? null,
    followUp: form?.followUp ?? null,
    objectOpinion: form?.objectOpinion ?? '',
    signatureNote: form?.signatureNote ?? '',
    officers: teams(department),
    inspectedOn: form?.completedOn ?? null,
    taskUrl: `${frame.publicUrl}/cases/visit/${visit.number}`,
  };
}

/** 现场笔录 of one department: who, where and when are printed, what was seen is written by hand. */
export async function onsiteRecord(dataSource: DataSource, row: DocumentRow) {
  const { visit, check, object, name, teams } = await visitFacts(dataSource, row.caseId);
  const department = row.department ?? '';
  const form = await newestForm(dataSource, visit.id, department);
  return {
    number: `${visit.number}-${department}-笔录`,
    department: name(department),
    check: { number: check.number, title: check.scheme.title },
    object,
    inspectedOn: form?.completedOn ?? visit.date ?? null,
    place: object?.address,
    officers: teams(department),
    present: {},
  };
}

/** 检查结果告知书 of one department's reviewed result. */
export async function resultNotice(dataSource: DataSource, row: DocumentRow) {
  const { visit, check, object, name, items } = await visitFacts(dataSource, row.caseId);
  const department = row.department ?? '';
  const result = visit.results[department];
  const form = await newestForm(dataSource, visit.id, department);
  if (!form || !result) throw new RangeError(`${row.caseId} has no result of ${department} to tell.`);
  return {
    issuer: name(department),
    number: noticeNumber(visit).replace('通', '告'),
    date: shanghaiDay(result.since),
    check: { number: check.number, title: check.scheme.title },
    object,
    inspectedOn: form.completedOn,
    items: items.filter((item) => item.department === department).map((item) => item.name),
    result: form.code,
    problems: [...form.rows.flatMap((line) => line.problem ?? []), ...(form.otherProblem ? [form.otherProblem] : [])],
    followUp: form.followUp,
    publicationDue: result.publication === 'withheld' ? null : (result.publishDue ?? null),
    withheldBasis: result.withholding?.legalBasis ?? '',
    contact: await contactOf(dataSource, department),
  };
}

async function visitFacts(dataSource: DataSource, id: string) {
  const visit = await stateOf<VisitState>(dataSource, id);
  const check = await stateOf<JointCheckState>(dataSource, visit.check);
  const officers: { id: string; name: string; certificate: string | null }[] = await dataSource.query(
    `SELECT id, name, certificates->0->>'no' AS certificate FROM inspector WHERE id = ANY($1::uuid[])`,
    [Object.values(visit.results).flatMap((result) => result.officers)],
  );
  const items: { code: string; department: string; name: string; content: string | null }[] = await dataSource.query(
    `SELECT item.code, item.department, v.name, v.content FROM jsonb_to_recordset($1::jsonb) AS item(code text, version int, department text)
     JOIN check_item_version v ON v.item_code = item.code AND v.version = item.version ORDER BY item.code`,
    [JSON.stringify(check.items)],
  );
  const teams = (department: string) =>
    (visit.results[department]?.officers ?? []).flatMap((officer) => {
      const found = officers.find((candidate) => candidate.id === officer);
      return found ? [{ name: found.name, certificate: found.certificate ?? '—' }] : [];
    });
  return {
    visit,
    check,
    object: await firmOf(dataSource, visit.object),
    name: await sealNames(dataSource),
    teams,
    items,
  };
}

/** The firm as papers name it. */
export async function firmOf(dataSource: DataSource, id: string) {
  const rows: Record<'name' | 'code' | 'address' | 'legalRepresentative' | 'contact', string>[] =
    await dataSource.query(
      `SELECT name, COALESCE(uscc, registration_no, '') AS code, COALESCE(address, '') AS address, COALESCE(legal_representative, '') AS "legalRepresentative", COALESCE(phone, '') AS contact
     FROM check_object WHERE id = $1`,
      [id],
    );
  return rows[0];
}

async function newestForm(dataSource: DataSource, visit: string, department: string): Promise<RecordForm | undefined> {
  const rows: { form: RecordForm }[] = await dataSource.query(
    'SELECT form FROM result_version WHERE visit_id = $1 AND department = $2 ORDER BY version DESC LIMIT 1',
    [visit, department],
  );
  return rows[0]?.form;
}

function noticeNumber(visit: VisitState): string {
  const { year, serial } = yearAndSerialOf(visit.number);
  const batch = visit.batch.slice(visit.batch.lastIndexOf('-') + 2);
  return `双随机通〔${year}〕${serial}-${batch}-${visit.sequence}号`;
}
