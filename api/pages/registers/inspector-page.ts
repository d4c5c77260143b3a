import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { showInspector } from '../../../services/queries/registers/show-inspector';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { frame } from '../frame';
import { fact } from './fact';
import { historyItems } from './history-items';
import { officerNotDrawable } from '../../../domain/registers/not-drawable';
import { whyNotDrawn } from './not-drawable-words';
import { openPage } from './open-page';
import { recusalWords } from './recusal-reasons';
import { mayChange } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';

/** One officer: certificates, qualifications, recusals and every change. */
export function inspectorPage(world: AppWorld): Router {
  const { t, formatDateTime, marks, formatDate } = world.views.texts;
  return Router().get(paths.inspector, async (req, res) => {
    const person = openPage(req, 'inspectors');
    const found = await showInspector(world.dataSource, person, String(req.params['id']), shanghaiDay(world.now()));
    if (!found) throw new Refusal('NOT_FOUND');
    const units = await unitNames(world.dataSource);
    const towns = new Map((await divisionOptions(world.dataSource)).map(({ code, name }) => [code, name]));
    const words = Object.fromEntries([...towns, ...found.recusals.map((recusal) => [recusal.object, recusal.name])]);
    const mayEdit = mayChange(person, 'inspector.edit', [found.department]);
    const row = (key: string, value: string | string[] | null) => fact(t(`registers:inspector.${key}`), value);
    const page = await frame(world, req, res, {
      title: found.name,
      current: 'inspectors',
      breadcrumbs: [{ text: t('pages:navigation.inspectors'), href: paths.inspectors }, { text: found.name }],
    });
    res.render('register-row', {
      page,
      title: found.name,
      note: found.recusalNames.length > 0 ? t('registers:inspector.heldOut') : undefined,
      acts: mayEdit
        ? [{ text: t('registers:inspector.edit.title'), href: pathTo('inspectorEdit', { id: found.id }) }]
        : [],
      rows: [
        row('department', units[found.department] ?? found.department),
        row('unit', found.unit),
        row('staffNo', found.staffNo),
        row('postClass', t(`registers:values.post_class.${found.postClass}`)),
        row(
          'certificate',
          found.certificates.map((certificate) =>
            t('registers:inspector.until', { no: certificate.no, day: formatDate(certificate.expiresOn) }),
          ),
        ),
        row('qualifications', found.qualifications.join(marks.list)),
        row('specialisms', found.specialisms.join(marks.list)),
        row(
          'areas',
          found.areas.length === 0
            ? t('registers:inspector.wholeCounty')
            : found.areas.map((code) => towns.get(code) ?? code).join(marks.list),
        ),
        row('dutyStatus', t(`registers:values.duty_status.${found.dutyStatus}`)),
        row(
          'available',
          whyNotDrawn(
            t,
            officerNotDrawable({ ...found, recusalOpen: found.recusalNames.length > 0 }, shanghaiDay(world.now())),
          ) ?? t('registers:inspector.drawable'),
        ),
      ],
      tables: [
        ...(found.recusalNames.length === 0
          ? []
          : [
              {
                id: 'recusal-names',
                caption: t('registers:inspector.openNames'),
                stacked: true,
                columns: ['givenName', 'openCause', 'openSince'].map((key) => ({
                  text: t(`registers:inspector.${key}`),
                })),
                rows: found.recusalNames.map(({ id, given, cause, since }) => ({
                  cells: [
                    mayEdit
                      ? { text: given, href: pathTo('inspectorRecusal', { id: found.id, recusal: id }) }
                      : { text: given },
                    { text: t(`registers:inspector.openCauses.${cause}`) },
                    { text: formatDateTime(since) },
                  ],
                })),
              },
            ]),
        {
          id: 'recusals',
          caption: t('registers:inspector.recusals'),
          captionHidden: true,
          stacked: true,
          columns: ['object', 'reason'].map((key) => ({ text: t(`registers:inspector.${key}`) })),
          rows: found.recusals.map((recusal) => ({
            cells: [
              { text: recusal.name, href: pathTo('object', { id: recusal.object }) },
              { text: recusalWords(world.views.texts, recusal.reason) },
            ],
          })),
          empty: { title: t('registers:inspector.noRecusals') },
        },
      ],
      history: historyItems(world, found.history, units, words),
    });
  });
}
