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

/** Codes that say that a problem was found, so that something must follow. */
const adverse: readonly ResultCode[] = ['A', 'B', 'C', '6', 'E', '8'];
export const isAdverse = (code: string | undefined): boolean => adverse.includes(code as ResultCode);

/** One item of the form: in order, or the problem and how it was handled. */
export const RecordRow = z.object({
  item: itemCode,
  finding: z.enum(['inOrder', 'problem', 'notApplicable']),
  problem: paragraph(1000).optional(),
  handling: paragraph(1000).optional(),
});

/** The on-site record form of one department for one object. */
export const RecordForm = z.object({
  code: z.enum(resultCodes),
  followUp: z.enum(followUps),
  /** Day of the on-site record, or of the laboratory's report: the terms of publication run from it. */
  completedOn: day,
  methods: z.array(z.enum(checkMethods)).min(1).max(6),
  rows: z.array(RecordRow).max(60).default([]),
  otherProblem: paragraph(2000).optional(),
  objectOpinion: paragraph(1000).optional(),
  signature: z.enum(['signed', 'refused', 'absent']),
  /** 行政处罚法: a refusal to sign is noted with its witness or recording. */
  signatureNote: paragraph(500).optional(),
  /** Code 6 needs evidence: place, time, witness. */
  evidencePlace: line(200).optional(),
  evidenceTime: line(60).optional(),
  evidenceWitness: line(60).optional(),
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

  const problems = form.rows.some((row) => row.finding === 'problem') || form.otherProblem !== undefined;
  const inspected =
    form.code === '1' || form.code === 'A' || form.code === 'B' || form.code === 'C' || form.code === 'E';
  if (inspected && form.rows.length !== items.length) return field('ITEMS_MISSING', 'rows');
  if (form.code === '1' && problems) return field('PROBLEM_WITH_CODE_1', 'code');
  if (inspected && form.code !== '1' && !problems) return field('PROBLEM_MISSING', 'rows');
  if (form.rows.some((row) => row.finding === 'problem' && !row.problem)) return field('PROBLEM_MISSING', 'rows');
  if (isAdverse(form.code) && form.code !== 'E' && form.followUp === 'none')
    return field('FOLLOW_UP_NEEDED', 'followUp');
  if (form.code === '1' && form.followUp !== 'none' && form.followUp !== 'dailySupervision')
    return field('FOLLOW_UP_WITHOUT_PROBLEM', 'followUp');
  if (form.signature === 'refused' && !form.signatureNote) return field('WITNESS_NEEDED', 'signatureNote');
  if (form.code === '6' && !(form.evidencePlace && form.evidenceTime && form.evidenceWitness))
    return field('EVIDENCE_NEEDED', 'evidencePlace');
  return undefined;
}
