import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { issueNotice } from '../../../domain/visit/acts/issue-notice';
import { inspecting } from '../../../domain/visit/inspecting';
import type { RecordForm } from '../../../domain/visit/record-form';
import { contactOf, ownWord, phonesOf } from '../../documents/paper-facts';
import { documentNumber, documentNumbers } from '../../numbers/document-numbers';
import { readSetting } from '../../queries/registers/read-setting';
import type { Papers } from '../book';
import { noticeOf } from './notice-of';
import { visitFacts, type VisitFacts } from './paper-facts';
import { visitsOfYear } from './visits-of-year';

/** 检查通知书 of visits, each for all its departments, under the numbers of the lead's register. */
export const inspectionNotice: Papers = async (db, _row, cases) => {
  const facts = await visitFacts(db, cases);
  const counted = await visitsOfYear(db, cases);
  const phones = await phonesOf(db);
  const conducts = new Map<string, readonly string[]>();
  const days = await noticedOn(db, facts);
  const contacts = new Map<string, Awaited<ReturnType<typeof contactOf>>>();
  const numbers = new Map<string, string>();
  for (const [unit, of] of byKey(facts, ({ visit }) => visit.lead)) {
    contacts.set(unit, await contactOf(db, unit));
    for (const [year, ofYear] of byKey(of, ({ visit }) => Number(days.get(visit.id)?.slice(0, 4)))) {
      const subjects = ofYear.map(({ visit }) => noticeOf(visit.id));
      const given = await documentNumbers(db, { unit, series: '检通', year }, subjects);
      for (const [subject, number] of given) numbers.set(subject, number);
    }
  }
  for (const on of new Set(days.values())) conducts.set(on, await readSetting(db, 'notice.conduct', on));
  return facts.map(({ visit, check, object, name, team, items }) => {
    const day = visit.date ?? visit.windowFrom;
    const departments = inspecting(visit).map(([department]) => department);
    return {
      issuer: name(visit.lead),
      own: ownWord(name(visit.lead)),
      number: numbers.get(noticeOf(visit.id)) ?? '',
      date: days.get(visit.id) ?? day,
      check: { number: check.number, title: check.scheme.title },
      visitNumber: visit.number,
      object: object && { ...object, status: object.statusAtNotice },
      inspectionDate: day,
      departments: departments.map((department) => ({
        department: name(department),
        items: items(department).map((item) => ({
          name: item.name,
          basis: item.basis ?? '',
          method: item.method ?? '',
        })),
        officers: team(department, day),
        phone: phones.get(department) ?? '',
        nth: counted.get(`${visit.id}/${department}`) ?? null,
      })),
      conduct: conducts.get(days.get(visit.id) ?? day) ?? [],
      materials: linesOf(departments.flatMap((department) => items(department).map((item) => item.materials))),
      contact: contacts.get(visit.lead),
    };
  });
};

function byKey<K>(facts: readonly VisitFacts[], keyOf: (one: VisitFacts) => K): Map<K, VisitFacts[]> {
  const groups = new Map<K, VisitFacts[]>();
  for (const one of facts) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** The days on which the notices went out. */
async function noticedOn(db: Queryable, facts: readonly VisitFacts[]): Promise<Map<string, string>> {
  const rows: { visit: string; at: Date }[] = await db.query(
    'SELECT DISTINCT ON (subject_id) subject_id AS visit, at FROM acts WHERE subject_id = ANY($1::text[]) AND act = $2 ORDER BY subject_id, id DESC',
    [facts.map(({ visit }) => visit.id), issueNotice.name],
  );
  const entered = new Map(rows.map(({ visit, at }) => [visit, at.toISOString()]));
  return new Map(facts.map(({ visit }) => [visit.id, shanghaiDay(entered.get(visit.id) ?? visit.since)]));
}

/** Each line of these texts, once. */
function linesOf(texts: readonly (string | null)[]): string[] {
  const lines = texts.flatMap((text) => (text ?? '').split(/\r?\n/)).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

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
      officers: team(department, form?.completedOn ?? visit.date ?? visit.windowFrom, form?.completedOn),
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
    const found = forms.get(visit.id)?.completedOn;
    const inspectedOn = found ?? visit.date ?? null;
    return {
      number: `${visit.number}-${department}-笔录`,
      department: name(department),
      check: { number: check.number, title: check.scheme.title },
      object,
      inspectedOn,
      place: object?.address,
      officers: team(department, inspectedOn ?? visit.windowFrom, found),
      present: {},
    };
  });
};

/** 检查结果告知书 of one department's reviewed result. */
export const resultNotice: Papers = async (db, row, cases) => {
  const department = row.department ?? '';
  const forms = await newestForms(db, cases, department);
  const contact = await contactOf(db, department);
  const papers = [];
  for (const { visit, check, object, name, items } of await visitFacts(db, cases)) {
    const result = visit.results[department];
    const form = forms.get(visit.id);
    if (!form || !result) throw new RangeError(`${visit.id} has no result of ${department} to tell.`);
    const on = shanghaiDay(result.since);
    const subject = `${visit.id}/${department}/result/${result.version}`;
    papers.push({
      issuer: name(department),
      own: ownWord(name(department)),
      number: await documentNumber(db, { unit: department, series: '检告', on, subject }),
      date: on,
      publicationDays: await readSetting(db, 'publication.workingDays', form.completedOn),
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
    });
  }
  return papers;
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
