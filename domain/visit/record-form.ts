import { z } from 'zod';
import { refuse, type Refused } from '../act';
import type { Obstacle } from '../refusals/refusal-list';
import { day, fileIds, itemCode, line, paragraph } from '../fields';

/** Result codes as an existing provincial publicity system uses them (02-dictionary.md). */
export const resultCodes = ['1', 'A', 'B', 'C', '6', 'E', 'F', '7', '8', '9', '10', '11', '12'] as const;
export type ResultCode = (typeof resultCodes)[number];

export const followUps = ['none', 'dailySupervision', 'orderCorrection', 'caseUnit', 'crossNotice', 'other'] as const;
export type FollowUp = (typeof followUps)[number];

export const checkMethods = [
  'onSite',
  'written',
  'otherDepartmentFindings',
  'testing',
  'onlineMonitoring',
  'commissioned',
] as const;

/** Whether the firm signed; never said for anybody. */
export const signatures = ['signed', 'refused', 'absent'] as const;

/** Codes that say that a problem was found, so that something must follow. */
const adverse: readonly ResultCode[] = ['A', 'B', 'C', '6', 'E', '8'];
export const isAdverse = (code: string | undefined): boolean => adverse.includes(code as ResultCode);

/** Codes that say that nothing was found. */
const clean: readonly ResultCode[] = ['1', 'F'];
export const isClean = (code: string | undefined): boolean => clean.includes(code as ResultCode);

/** Codes that say that every item was looked at. */
const inspected: readonly ResultCode[] = ['1', 'A', 'B', 'C', 'E'];
/** Codes that say that nothing was looked at: they take no findings and nobody of the firm can have signed. */
const notInspected: readonly ResultCode[] = ['6', '7', '9', '10', '11', '12'];
/** Codes that rest on what a registry says, so that its record is named. */
export const ofRecord: readonly ResultCode[] = ['9', '10', '11', '12'];

/** What was found of an item; nothing is said of it until a person says so. */
export const findings = ['unchecked', 'inOrder', 'problem', 'notApplicable'] as const;

/** One item of the form: not looked at, in order, or the problem and how it was handled. */
export const RecordRow = z.object({
  item: itemCode,
  finding: z.enum(findings).default('unchecked'),
  problem: paragraph(1000).optional(),
  handling: paragraph(1000).optional(),
});

/** The on-site record form of one department for one object. */
export const RecordForm = z.object({
  code: z.enum(resultCodes),
  followUp: z.enum(followUps),
  /** Day of the on-site record, or of the laboratory's report: the terms of publication run from it. */
  completedOn: day,
  /** Why it was completed before the day that was set; the reviewer reads it. */
  earlyReason: paragraph(500).optional(),
  methods: z.array(z.enum(checkMethods)).min(1).max(6),
  rows: z.array(RecordRow).max(60).default([]),
  otherProblem: paragraph(2000).optional(),
  objectOpinion: paragraph(1000).optional(),
  signature: z.enum(signatures),
  /** 行政处罚法: a refusal to sign is noted with its witness or recording. */
  signatureNote: paragraph(500).optional(),
  /** What a visit without an inspection rests on: where and when it was tried, and who saw it or which recording shows it. */
  evidencePlace: line(200).optional(),
  evidenceTime: line(60).optional(),
  evidenceWitness: line(60).optional(),
  /** The registry's record of what became of a firm: its name, number and day. */
  evidenceRecord: line(300, 4).optional(),
  /** Why the result says another thing of the firm than the register does now; the reviewer reads it. */
  registerNote: paragraph(500).optional(),
  /** Why an item is recorded that was abolished by the day of completion; the reviewer reads it. */
  itemNote: paragraph(500).optional(),
  /** What the entry rests on where it is made by an officer who came after the day of completion; the reviewer reads it. */
  restsOn: paragraph(500).optional(),
  attachments: fileIds.default([]),
});
export type RecordForm = z.infer<typeof RecordForm>;

/** The first rule that a form breaks, with the field to mend, or nothing. */
export function formObstacle(
  form: RecordForm,
  items: string[],
  windowFrom: string,
  today: string,
): Refused | undefined {
  const field = (code: Obstacle, name: keyof RecordForm) => refuse(code, { field: name });
  if (form.completedOn > today) return field('DATE_IN_FUTURE', 'completedOn');
  if (form.completedOn < windowFrom) return field('DATE_BEFORE_WINDOW', 'completedOn');
  if (form.rows.some((row) => !items.includes(row.item))) return field('ITEM_NOT_OF_FORM', 'rows');
  if (new Set(form.rows.map((row) => row.item)).size !== form.rows.length) return field('ITEM_TWICE', 'rows');

  if (form.rows.some((row) => row.finding === 'problem' && !row.problem)) return field('PROBLEM_MISSING', 'rows');
  if (form.rows.some((row) => row.finding !== 'problem' && row.problem)) return field('PROBLEM_NOT_MARKED', 'rows');
  const problems = form.rows.some((row) => row.finding === 'problem') || form.otherProblem !== undefined;
  const said = form.rows.filter((row) => row.finding !== 'unchecked');
  if (inspected.includes(form.code) && said.length !== items.length) return field('ITEMS_MISSING', 'rows');
  if (isClean(form.code) && problems) return field('PROBLEM_WITH_CODE_1', 'code');
  if (inspected.includes(form.code) && form.code !== '1' && !problems) return field('PROBLEM_MISSING', 'rows');
  if (notInspected.includes(form.code) && (said.length > 0 || problems))
    return field('FINDINGS_WITHOUT_INSPECTION', 'rows');
  // Who refused the inspection cannot have shown everything, and all of it in order.
  if (form.code === '8' && !problems && said.length === items.length)
    return field('FINDINGS_WITHOUT_INSPECTION', 'rows');
  if (isAdverse(form.code) && form.code !== 'E' && form.followUp === 'none')
    return field('FOLLOW_UP_NEEDED', 'followUp');
  if (form.code === '1' && form.followUp !== 'none' && form.followUp !== 'dailySupervision')
    return field('FOLLOW_UP_WITHOUT_PROBLEM', 'followUp');
  if (form.signature === 'refused' && !form.signatureNote) return field('WITNESS_NEEDED', 'signatureNote');
  return signatureObstacle(form) ?? evidenceObstacle(form);
}

/** Where nobody let the officers inspect, the firm has not signed; where nobody was met, nobody refused to sign either. */
function signatureObstacle(form: RecordForm): Refused | undefined {
  const mayBeRefused = form.code === '7' || form.code === '8' || !notInspected.includes(form.code);
  const contradicts =
    (form.signature === 'signed' && (form.code === '8' || notInspected.includes(form.code))) ||
    (form.signature === 'refused' && !mayBeRefused);
  return contradicts ? refuse('SIGNATURE_CONTRADICTS_CODE', { field: 'signature' }) : undefined;
}

/** What stands in the place of findings: place, time and witness of the attempt, or the registry's record. */
function evidenceObstacle(form: RecordForm): Refused | undefined {
  const { code, evidencePlace, evidenceTime, evidenceWitness, evidenceRecord } = form;
  if (ofRecord.includes(code)) return evidenceRecord ? undefined : refuse('RECORD_NEEDED', { field: 'evidenceRecord' });
  if (code !== '6' && code !== '7' && code !== '8') return undefined;
  if (code === '7' && evidenceRecord) return undefined;
  const missing = (
    [
      ['evidencePlace', evidencePlace],
      ['evidenceTime', evidenceTime],
      ['evidenceWitness', evidenceWitness],
    ] as const
  ).find(([, given]) => !given);
  return missing && refuse('EVIDENCE_NEEDED', { field: missing[0] });
}
