import { paths } from '../paths';
import { CaseQuery } from '../routes/v1/cases';
import { ItemQuery, ObjectQuery, OfficerQuery } from '../routes/v1/registers';
import { Scope } from '../../domain/joint-check/scheme';
import { caseKinds, processes } from '../../domain/processes';
import {
  Case,
  CasePage,
  CheckCounts,
  CheckObjectPage,
  ItemOption,
  Opening,
  OfficerPage,
  ScopeCount,
  TimelineEntry,
  ToDoLine,
} from './answers';
import { json, type Parts } from './parts';
import type { RefusedStatus } from './refusals';
import { z } from './zod';

interface Read {
  path: string;
  operationId: string;
  tag: 'cases' | 'registers';
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  answer: z.ZodType;
  refused?: RefusedStatus[];
}

const number = z.string().max(60).openapi({ example: '320723-2026-L0001' });
const ofCase = z.object({ kind: z.enum(caseKinds), number });

const reads: Read[] = [
  {
    path: '/to-do',
    operationId: 'listToDo',
    tag: 'cases',
    summary: 'What waits for this account',
    answer: z.array(ToDoLine),
  },
  {
    path: '/cases',
    operationId: 'listCases',
    tag: 'cases',
    summary: 'Cases that this account may see, newest first',
    query: CaseQuery,
    answer: CasePage,
    refused: [422],
  },
  {
    path: '/cases/{kind}/{number}',
    operationId: 'readCase',
    tag: 'cases',
    summary: 'One case with the acts that are open to this account',
    params: ofCase,
    answer: Case,
    refused: [404],
  },
  {
    path: '/cases/{kind}/{number}/timeline',
    operationId: 'readTimeline',
    tag: 'cases',
    summary: 'Every act of a case, newest first',
    params: ofCase,
    answer: z.array(TimelineEntry),
    refused: [404],
  },
  {
    path: '/joint-checks/{number}/counts',
    operationId: 'readCounts',
    tag: 'cases',
    summary: 'How far a check is',
    params: z.object({ number }),
    answer: CheckCounts,
    refused: [404],
  },
  {
    path: '/objects',
    operationId: 'listObjects',
    tag: 'registers',
    summary: 'Objects by credit code, registration number or part of the name; acts name them by `id`',
    query: ObjectQuery,
    answer: CheckObjectPage,
    refused: [422],
  },
  {
    path: '/officers',
    operationId: 'listOfficers',
    tag: 'registers',
    summary: 'Officers by staff number or part of the name; acts name them by `id`',
    query: OfficerQuery,
    answer: OfficerPage,
    refused: [422],
  },
  {
    path: '/items',
    operationId: 'listItems',
    tag: 'registers',
    summary: 'Items in force that may be checked jointly',
    query: ItemQuery,
    answer: z.array(ItemOption),
    refused: [422],
  },
];

/** What a department's own system reads. */
export function describeReads({ registry, signedIn, refused }: Parts): void {
  for (const { path, operationId, tag, summary, params, query, answer, refused: own = [] } of reads)
    registry.registerPath({
      method: 'get',
      path: `${paths.api}${path}`,
      operationId,
      summary,
      tags: [tag],
      security: signedIn,
      request: { ...(params && { params }), ...(query && { query }) },
      responses: { 200: { description: summary, ...json(answer) }, ...refused(401, 403, ...own, 429, 500) },
    });
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/scope-count`,
    operationId: 'countScope',
    summary: 'How many active objects a scope holds, in all and by risk class, as far as you may read the register',
    tags: ['registers'],
    security: signedIn,
    request: { body: { required: true, ...json(Scope) } },
    responses: { 200: { description: 'The count', ...json(ScopeCount) }, ...refused(400, 401, 403, 422, 429, 500) },
  });
  registry.registerPath({
    method: 'post',
    path: `${paths.api}/cases/{kind}/{number}/openings/{act}`,
    operationId: 'openForAct',
    summary: 'What an act answers for, to be read before it is done; that it was handed out is recorded',
    tags: ['cases'],
    security: signedIn,
    request: { params: ofCase.extend({ act: z.enum(readFirst) }) },
    responses: {
      200: { description: 'What stands in the case', ...json(Opening) },
      ...refused(401, 403, 404, 429, 500),
    },
  });
}

/** Acts of which it is asked who read before. */
const readFirst = Object.values(processes).flatMap(({ acts }) =>
  acts.filter(({ reads }) => reads).map(({ name }) => name),
);
