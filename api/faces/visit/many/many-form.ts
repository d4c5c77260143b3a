import type { Request, Response } from 'express';
import type { Act } from '../../../../domain/act';
import type { VisitLine } from '../../../../services/queries/cases/check-visits';
import type { CaseView } from '../../../../services/queries/cases/show-case';
import { unitNames } from '../../../../services/queries/people/unit-names';
import type { AppWorld } from '../../../app-world';
import { formModel } from '../../../forms/form-model';
import type { Person } from '../../../person';
import { caseAddress } from '../../../paths';
import { formatDate } from '../../../views/format';
import { frame } from '../../../pages/frame';

/** What stands in the form, and what is said about it. */
export interface ManyState {
  values: Record<string, unknown>;
  /** Numbers of the visits that are ticked. */
  chosen: ReadonlySet<string>;
  submission: string;
  errors?: { text: string; href: string }[];
  messages?: Record<string, string>;
  /** What an attempt has done, where a part of it was refused. */
  done?: string;
}

export interface ManyShown {
  check: CaseView;
  act: Act;
  person: Person;
  visits: { rows: VisitLine[]; total: number };
  oneByOne: string;
  mostAtOnce: number;
}

/** The visits that wait for this person's act, each with a tick, and once the fields that are said of all. */
export async function manyForm(world: AppWorld, req: Request, res: Response, shown: ManyShown, state: ManyState) {
  const { t } = world.views.texts;
  const { check, act, visits, person } = shown;
  const name = t(`acts:${act.name}.name`);
  const title = t('pages:many.title', { act: name, check: check.title });
  const page = await frame(world, req, res, {
    title,
    current: 'cases',
    hasErrors: state.errors !== undefined,
    breadcrumbs: [{ text: check.title, href: caseAddress(check.id) }, { text: name }],
  });
  const units = await unitNames(world.dataSource);
  const ownResult = (line: VisitLine) => line.results.find(({ department }) => department === person.department);
  return {
    page,
    title,
    intro: t(`acts:${act.name}.intro`),
    errorList: state.errors,
    done: state.done,
    action: req.path,
    csrfToken: page.csrfToken,
    submissionId: state.submission,
    oneByOne: shown.oneByOne,
    cancelHref: caseAddress(check.id),
    waiting: visits.total > 0 ? t('pages:many.waiting', { total: visits.total, size: shown.mostAtOnce }) : undefined,
    fields: formModel({
      schema: act.input,
      act: act.name,
      texts: world.views.texts,
      values: state.values,
      messages: state.messages,
      without: ['version'],
    }),
    versions: visits.rows.flatMap(({ number, state: visit }) =>
      act.replaces ? [{ number, version: act.replaces.current(visit, person) }] : [],
    ),
    submitText: t(`acts:${act.name}.button`),
    table: {
      id: 'visits',
      caption: t('pages:many.cases'),
      captionHidden: true,
      stacked: true,
      select: { name: 'cases', label: t('pages:many.cases') },
      columns: [
        { text: t('pages:visit.object') },
        { text: t('pages:visit.address') },
        { text: t('pages:visit.date'), kind: 'date' },
        { text: t('pages:visit.result') },
      ],
      rows: visits.rows.map((line) => ({
        select: {
          value: line.number,
          label: t('pages:many.select', { object: line.object }),
          checked: state.chosen.has(line.number),
        },
        cells: [
          {
            text: line.object,
            href: caseAddress(line.id),
            hint: [
              line.uscc ?? '',
              ...(line.status === 'active'
                ? []
                : [t('pages:visit.statusNow', { status: t(`registers:values.status.${line.status}`) })]),
            ].join(' '),
          },
          { text: line.address ?? '' },
          {
            lines: [
              ...(line.state.date ? [formatDate(line.state.date)] : []),
              ...line.state.dateRequests.map(({ department, wanted, reason }) =>
                t('pages:many.wanted', { unit: units[department] ?? department, wanted: formatDate(wanted), reason }),
              ),
            ],
          },
          { text: ownResult(line)?.code ? t(`cases:codes.${ownResult(line)?.code}`) : '' },
        ],
      })),
      empty: {
        title: t('pages:many.nothing', { act: name }),
        next: { text: check.title, href: caseAddress(check.id) },
      },
    },
  };
}
