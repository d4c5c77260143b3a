import { capacities } from '../../domain/actor';
import { caseKinds } from '../../domain/processes';
import { z } from './zod';

const moment = z.iso.datetime();
const legalDay = z.iso.date();
const count = z.int().min(0);

/** What is remarkable in the texts that were given; the field is there where something is. */
export const remarked = {
  remarks: z
    .object({
      marks: z.array(z.string()).openapi({
        description: 'Invisible characters that stood in the texts given; they were taken away',
        example: ['U+200B'],
      }),
      unknown: z.array(z.string()).openapi({
        description: 'Characters of private use whose meaning nobody knows; they were kept',
        example: ['U+E000'],
      }),
    })
    .openapi('Remarks')
    .optional(),
};

export const Receipt = z
  .object({ caseId: z.string(), number: z.string(), stage: z.string(), at: moment, ...remarked })
  .openapi('Receipt');

/** An account as it sees itself. */
export const Person = z
  .object({
    account: z.uuid(),
    username: z.string(),
    name: z.string(),
    department: z.string(),
    capacities: z.array(z.enum(capacities)),
    inspector: z.uuid().optional(),
    mustChangePassword: z.boolean(),
  })
  .openapi('Person');

export const Token = z
  .object({
    id: z.uuid(),
    label: z.string(),
    scope: z.array(z.enum(['read', 'act'])),
    createdAt: moment,
    expiresAt: moment.nullable(),
    endedAt: moment.nullable(),
    lastUsedOn: legalDay.nullable(),
  })
  .openapi('Token');

/** A token as it is told once. */
export const IssuedToken = Token.extend({ token: z.string(), ...remarked });

/** A part of a list and from where to read on. */
const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    total: count,
    next: z.string().nullable().openapi({ description: 'Sent as `after` it gives what follows; null at the end' }),
  });

/** Whom a case is about. */
const subject = {
  object: z.string().nullable().openapi({ description: 'Name of the firm on the day it was given notice or visited' }),
  objectNow: z.string().nullable().openapi({ description: 'Name of the firm as the register has it now' }),
  sort: z.string().nullable(),
  addressee: z.string().nullable(),
};

const waitsFor = { act: z.string(), department: z.string(), capacity: z.string() };

const term = {
  due: legalDay
    .nullable()
    .openapi({ description: 'The last day; null where none runs, or its calendar is not published' }),
  pendingYear: z.int().nullable().openapi({ description: 'The year whose calendar is waited for' }),
};

export const ToDoLine = z
  .object({
    ...subject,
    ...term,
    act: z.string(),
    capacity: z.string(),
    caseId: z.string(),
    number: z.string(),
    title: z.string(),
    cases: z.int().min(1).openapi({ description: 'How many cases the line stands for' }),
    since: moment,
    returned: z.boolean().openapi({ description: 'The work came back' }),
    parentId: z.string().nullable(),
  })
  .openapi('ToDoLine');

const caseHead = {
  ...subject,
  id: z.string(),
  kind: z.enum(caseKinds),
  number: z.string(),
  title: z.string(),
  stage: z.string(),
  closed: z.boolean(),
  openedAt: moment,
  stageSince: moment,
  parentTitle: z.string().nullable(),
};

export const CaseLine = z
  .object({
    ...caseHead,
    leadDepartment: z.string(),
    departments: z.array(z.string()),
    due: legalDay.nullable(),
    waiting: z.array(z.object({ ...waitsFor, ...term })),
  })
  .openapi('CaseLine');

export const CasePage = listOf(CaseLine).openapi('CasePage');

export const Case = z
  .object({
    ...caseHead,
    parent: z.string().nullable(),
    version: z.int().min(1),
    state: z
      .looseObject({ id: z.string(), number: z.string(), stage: z.string(), since: z.string() })
      .openapi({ description: 'What the kind remembers, as far as the account may see it' }),
    waiting: z.array(
      z.object({ ...waitsFor, ...term, since: z.iso.datetime({ offset: true }), returned: z.boolean() }),
    ),
    acts: z.array(z.string()).openapi({ description: 'Acts that are open to this account now' }),
    versions: z
      .record(z.string(), z.int())
      .openapi({ description: 'By act: the version that it replaces, to be sent with it' }),
  })
  .openapi('Case');

export const Opening = z
  .object({
    act: z.string(),
    version: z.int().min(0).openapi({ description: 'To be sent with the act' }),
    state: z.looseObject({ id: z.string(), number: z.string(), stage: z.string(), since: z.string() }),
    record: z.looseObject({}).nullable().openapi({ description: 'The own department’s newest record of a visit' }),
  })
  .openapi('Opening');

export const TimelineEntry = z
  .object({
    id: z.string(),
    act: z.string(),
    subjectId: z.string(),
    account: z.string(),
    name: z.string().nullable(),
    capacity: z.string(),
    department: z.string(),
    at: moment,
    reason: z.string().nullable(),
    detail: z.looseObject({}).nullable(),
    leafHash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .openapi('TimelineEntry');

export const CheckCounts = z
  .object({ visits: count, visited: count, results: count, awaitingPublication: count })
  .openapi('CheckCounts');

export const Paper = z
  .looseObject({
    key: z.string(),
    kind: z.string(),
    caseId: z.string(),
    state: z.enum(['queued', 'ready', 'failed']),
    done: count,
    total: count,
    fileId: z.uuid().nullable(),
  })
  .openapi('Paper');

export const ItemOption = z
  .object({ code: z.string(), department: z.string(), name: z.string(), category: z.string() })
  .openapi('ItemOption');

export const ScopeCount = z
  .looseObject({
    total: count,
    byRiskClass: z.record(z.string(), count),
    classHidden: count.describe('Objects within the total whose class you may not read'),
    partial: z.boolean().describe('Others may be in the scope, or in a class, that you may not know of'),
    ...remarked,
  })
  .openapi('ScopeCount');

export const CheckObject = z
  .object({
    id: z.uuid(),
    name: z.string(),
    uscc: z.string().nullable(),
    registrationNo: z.string().nullable(),
    kind: z.string(),
    address: z.string().nullable(),
    division: z.string().nullable(),
    divisionName: z.string().nullable(),
    industry: z.string().nullable(),
    industryName: z.string().nullable(),
    status: z.string(),
    sameAs: z
      .uuid()
      .nullable()
      .describe('The record that stands, where this one was closed as a second one of the same firm'),
    riskClass: z.string().nullable().openapi({ description: 'Null too where the account may not see it' }),
    responsibleDepartments: z.array(z.string()).nullable(),
    lastCheckedOn: legalDay.nullable(),
  })
  .openapi('CheckObject');

export const CheckObjectPage = listOf(CheckObject).openapi('CheckObjectPage');

export const Officer = z
  .looseObject({
    id: z.uuid(),
    department: z.string(),
    staffNo: z.string(),
    name: z.string(),
    unit: z.string(),
    postClass: z.string(),
    certificates: z.array(z.looseObject({})),
    qualifications: z.array(z.string()),
    dutyStatus: z.string(),
    available: z.boolean(),
  })
  .openapi('Officer');

export const OfficerPage = listOf(Officer).openapi('OfficerPage');

export const StoredFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mime: z.string(),
    size: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Opens only with a password. */
    locked: z.boolean(),
    ...remarked,
  })
  .openapi('StoredFile');
