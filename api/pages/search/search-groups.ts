import { caseKinds } from '../../../domain/processes';
import type { CaseKind } from '../../../domain/process';
import { readsCases } from '../../../services/queries/cases/may-read-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import { listAccounts } from '../../../services/queries/registers/list-accounts';
import { findCases } from '../../../services/queries/search/find-cases';
import { findDocuments } from '../../../services/queries/search/find-documents';
import { findFirms } from '../../../services/queries/search/find-firms';
import { findOfficers } from '../../../services/queries/search/find-officers';
import type { Matches, SearchPage } from '../../../services/queries/search/first-matches';
import type { AppWorld } from '../../app-world';
import type { PathName } from '../../paths';
import { caseAddress, pathTo } from '../../paths';
import type { Person } from '../../person';
import { caseName } from '../case-name';
import { caseTable } from '../case-table';
import { mayOpen } from '../frame';
import { registerActor } from '../registers/register-actor';

/** What one group of a search shows. */
interface FoundGroup {
  table: { columns: { text: string; kind?: string }[]; rows: unknown[] } & Record<string, unknown>;
  /** Place of the last row, where more follow. */
  next?: string;
}

export interface SearchGroup {
  key: string;
  title: string;
  find(text: string, page: SearchPage): Promise<FoundGroup>;
}

/** What a person may search, in the order in which it is shown; nothing that is not in reach of the person is asked for. */
export function searchGroups(world: AppWorld, person: Person): SearchGroup[] {
  const { dataSource } = world;
  const { t, marks, formatDate } = world.views.texts;
  const opens = (name: PathName) => mayOpen(person, name);
  const group = <Row>(
    key: string,
    title: string,
    columns: { text: string; kind?: string }[],
    find: (text: string, page: SearchPage) => Promise<Matches<Row>>,
    placeOf: (row: Row) => string,
    cells: (row: Row, units: Record<string, string>) => unknown[],
  ): SearchGroup => ({
    key,
    title,
    async find(text, page) {
      const { rows, more, last: named } = await find(text, page);
      const units = await unitNames(dataSource);
      const last = rows.at(-1);
      return {
        table: {
          id: `found-${key}`,
          caption: title,
          captionHidden: true,
          stacked: true,
          columns,
          rows: rows.map((row) => ({ cells: cells(row, units) })),
        },
        ...(more && last ? { next: named ?? placeOf(last) } : {}),
      };
    },
  });
  const ofKind = (kind: CaseKind): SearchGroup => ({
    key: kind,
    title: t(`cases:kinds.${kind}`),
    async find(text, page) {
      const { rows, more } = await findCases(dataSource, person, kind, text, page);
      const last = rows.at(-1);
      const table = await caseTable(world, rows, t(`cases:kinds.${kind}`));
      return { table: { ...table, id: `found-${kind}` }, ...(more && last ? { next: last.id } : {}) };
    },
  });

  return [
    ...(opens('objects')
      ? [
          group(
            'firms',
            t('pages:search.groups.firms'),
            ['name', 'code', 'kind', 'address', 'status'].map((key) => ({
              text: t(`registers:object.${key}`),
              kind: key === 'code' ? 'code' : undefined,
            })),
            (text, page) => findFirms(dataSource, person, text, page),
            ({ id }) => id,
            (row) => [
              { text: row.name, href: pathTo('object', { id: row.id }) },
              { text: row.uscc ?? row.registrationNo ?? '' },
              { text: t(`cases:objectKinds.${row.kind}`) },
              { text: row.address ?? row.divisionName ?? '—' },
              {
                tag: {
                  text: t(`registers:values.status.${row.status}`),
                  status: row.status === 'active' ? 'active' : 'inactive',
                },
              },
            ],
          ),
        ]
      : []),
    ...(readsCases(person) ? caseKinds.map(ofKind) : []),
    ...(readsCases(person)
      ? [
          group(
            'documents',
            t('pages:search.groups.documents'),
            [
              { text: t('pages:search.documentNumber') },
              { text: t('pages:search.documentOf') },
              { text: t('pages:search.givenOn'), kind: 'date' },
            ],
            (text, page) => findDocuments(dataSource, person, text, page),
            ({ number }) => number,
            (row, units) => {
              const { text, hint } = caseName(world, units, row);
              return [
                { text: row.number, href: caseAddress(row.id) },
                { text, hint: hint ?? row.caseNumber },
                { text: formatDate(row.givenAt) },
              ];
            },
          ),
        ]
      : []),
    ...(opens('inspectors')
      ? [
          group(
            'officers',
            t('pages:search.groups.officers'),
            ['name', 'department', 'staffNo', 'dutyStatus'].map((key) => ({
              text: t(`registers:inspector.${key}`),
              kind: key === 'staffNo' ? 'code' : undefined,
            })),
            (text, page) => findOfficers(dataSource, person, text, page),
            ({ id }) => id,
            (row, units) => [
              { text: row.name, href: pathTo('inspector', { id: row.id }) },
              { text: units[row.department] ?? row.department },
              { text: row.staffNo },
              { text: t(`registers:values.duty_status.${row.dutyStatus}`) },
            ],
          ),
        ]
      : []),
    ...(registerActor(person, 'account.read')
      ? [
          group(
            'accounts',
            t('pages:search.groups.accounts'),
            ['name', 'username', 'department', 'capacities'].map((key) => ({ text: t(`accounts:${key}`) })),
            async (text, { after, size }) => {
              const all = await listAccounts(dataSource, { text });
              const rows = all.slice(all.findIndex(({ id }) => id === after) + 1);
              return { rows: rows.slice(0, size), more: rows.length > size };
            },
            ({ id }) => id,
            (row, units) => [
              { text: row.name, href: pathTo('account', { id: row.id }) },
              { text: row.username },
              { text: units[row.department] ?? row.department },
              { text: row.capacities.map((capacity) => t(`cases:capacities.${capacity}`)).join(marks.list) },
            ],
          ),
        ]
      : []),
  ];
}
