import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { RecordForm } from '../../../domain/visit/record-form';
import type { VisitState } from '../../../domain/visit/state';
import { yearAndSerialOf } from '../../../domain/numbers';
import { contactOf } from '../../documents/paper-facts';
import type { Papers } from '../book';
import { visitFacts } from './paper-facts';

/** 检查通知书 of visits, each for all its departments. */
export const inspectionNotice: Papers = async (db, _row, cases) => {
  const contacts = new Map<string, Awaited<ReturnType<typeof contactOf>>>();
  const papers = [];
  for (const { visit, check, object, name, team, items } of await visitFacts(db, cases)) {
    const contact = contacts.get(visit.lead) ?? (await contactOf(db, visit.lead));
    contacts.set(visit.lead, contact);
    const day = visit.date ?? visit.windowFrom;
    papers.push({
      issuer: name(visit.lead),
      number: noticeNumber(visit),
      date: shanghaiDay(visit.since),
      check: { number: check.number, title: check.scheme.title },
      visitNumber: visit.number,
      object,
      inspectionDate: day,
      departments: Object.keys(visit.results).map((department) => ({
        department: name(department),
        items: items(department).map((item) => item.name),
        officers: team(department, day),
      })),
      contact,
    });
  }
  return papers;
};

/** 检查记录表 of one department, with only this object's items; filled where the result is entered. */
export const recordForm: Papers = async (db, row, cases) => {
  const department = row.department ?? '';
  const forms = await newestForms(db, cases, department);
  return (await visitFacts(db, cases)).map(({ visit, check, object, name, team, items }) => {
    const form = forms.get(visit.id);
    return {
      check: { number: check.number, title: check.scheme.title },
      formNumber: `${visit.number}-${department}`,
      department: name(department),
      object,
      items: items(department).map((item) => {
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
      officers: team(department, form?.completedOn ?? visit.date ?? visit.windowFrom),
      inspectedOn: form?.completedOn ?? null,
      taskPath: `/cases/visit/${visit.number}`,
    };
  });
};

/** 现场笔录 of one department: who, where and when are printed, what was seen is written by hand. */
export const onsiteRecord: Papers = async (db, row, cases) => {
  const department = row.department ?? '';
  const forms = await newestForms(db, cases, department);
  return (await visitFacts(db, cases)).map(({ visit, check, object, name, team }) => {
    const inspectedOn = forms.get(visit.id)?.completedOn ?? visit.date ?? null;
    return {
      number: `${visit.number}-${department}-笔录`,
      department: name(department),
      check: { number: check.number, title: check.scheme.title },
      object,
      inspectedOn,
      place: object?.address,
      officers: team(department, inspectedOn ?? visit.windowFrom),
      present: {},
    };
  });
};

/** 检查结果告知书 of one department's reviewed result. */
export const resultNotice: Papers = async (db, row, cases) => {
  const department = row.department ?? '';
  const forms = await newestForms(db, cases, department);
  const contact = await contactOf(db, department);
  return (await visitFacts(db, cases)).map(({ visit, check, object, name, items }) => {
    const result = visit.results[department];
    const form = forms.get(visit.id);
    if (!form || !result) throw new RangeError(`${visit.id} has no result of ${department} to tell.`);
    return {
      issuer: name(department),
      number: noticeNumber(visit).replace('通', '告'),
      date: shanghaiDay(result.since),
      check: { number: check.number, title: check.scheme.title },
      object,
      inspectedOn: form.completedOn,
      items: items(department).map((item) => item.name),
      result: form.code,
      problems: [...form.rows.flatMap((line) => line.problem ?? []), ...(form.otherProblem ? [form.otherProblem] : [])],
      followUp: form.followUp,
      publicationDue: result.publication === 'withheld' ? null : (result.publishDue ?? null),
      withheldBasis: result.withholding?.legalBasis ?? '',
      contact,
    };
  });
};

/** The newest version of a department's form of each visit that has one. */
async function newestForms(
  db: Queryable,
  visits: readonly string[],
  department: string,
): Promise<Map<string, RecordForm>> {
  const rows: { visit: string; form: RecordForm }[] = await db.query(
    'SELECT DISTINCT ON (visit_id) visit_id AS visit, form FROM result_version WHERE visit_id = ANY($1::text[]) AND department = $2 ORDER BY visit_id, version DESC',
    [visits, department],
  );
  return new Map(rows.map(({ visit, form }) => [visit, form]));
}

function noticeNumber(visit: VisitState): string {
  const { year, serial } = yearAndSerialOf(visit.number);
  const batch = visit.batch.slice(visit.batch.lastIndexOf('-') + 2);
  return `双随机通〔${year}〕${serial}-${batch}-${visit.sequence}号`;
}
