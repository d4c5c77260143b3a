import { Router } from 'express';
import { Refusal } from '../../../domain/refusal';
import { unitNames } from '../../../services/queries/people/unit-names';
import { divisionOptions } from '../../../services/queries/registers/scope-options';
import { drawsOfFirm, type DrawOfFirm } from '../../../services/queries/registers/draws-of-firm';
import { showObject, type ObjectView } from '../../../services/queries/registers/show-object';
import { closedFor, recordsOfFirm, toldApartFrom, type FirmRecord } from '../../../services/queries/registers/twins';
import type { AppWorld } from '../../app-world';
import { caseAddress, pathTo, paths } from '../../paths';
import { firmNotDrawable } from '../../../domain/registers/not-drawable';
import { frame } from '../frame';
import { drawableRow, whyNotDrawn } from './not-drawable-words';
import { fact } from './fact';
import { historyItems } from './history-items';
import { openPage } from './open-page';
import { mayChange } from './register-actor';

/** One object: what the register says of it, the checks it was in, and every change; only the public part for strangers to it. */
export function objectPage(world: AppWorld): Router {
  const { t, formatDate, marks } = world.views.texts;
  return Router().get(paths.object, async (req, res) => {
    const person = openPage(req, 'objects');
    const found = await showObject(world.dataSource, person, String(req.params['id']));
    if (!found) throw new Refusal('NOT_FOUND');
    const [units, divisions, records, closed, others, draws] = await Promise.all([
      unitNames(world.dataSource),
      divisionOptions(world.dataSource),
      recordsOfFirm(world.dataSource.manager, found.basic.id),
      closedFor(world.dataSource.manager, found.basic.id),
      toldApartFrom(world.dataSource.manager, found.basic.id),
      drawsOfFirm(world.dataSource, person, found.basic.id),
    ]);
    const mayEdit = found.whole !== undefined && mayChange(person, 'object.edit', found.whole.responsibleDepartments);
    const page = await frame(world, req, res, {
      title: found.basic.name,
      current: 'objects',
      breadcrumbs: [{ text: t('pages:navigation.objects'), href: paths.objects }, { text: found.basic.name }],
    });
    res.render('register-row', {
      page,
      title: found.basic.name,
      note: noteOf(found, records),
      rows: rowsOf(found, units),
      links: [
        ...[...records, ...closed].map((record) => linkTo(record, 'twinOther')),
        ...others.map((record) => linkTo(record, 'twinApartFrom')),
      ],
      acts: mayEdit
        ? [
            { text: t('registers:object.edit.title'), href: pathTo('objectEdit', { id: found.basic.id }) },
            ...(records.length > 0 || others.some(({ here }) => here)
              ? [{ text: t('registers:object.twin.title'), href: pathTo('objectTwin', { id: found.basic.id }) }]
              : []),
          ]
        : [],
      tables: [
        ...(found.whole ? [checksTable(found, units)] : []),
        drawsTable(draws),
        ...(found.whole ? licenceTables(found) : []),
      ],
      history:
        found.whole &&
        historyItems(world, found.history, units, {
          ...Object.fromEntries(divisions.map(({ code, name }) => [code, name])),
          ...namesOf([...records, ...closed, ...others]),
        }),
    });
  });

  /** What stands first: that the record is closed, or that it seems to be one of two. */
  function noteOf({ basic, whole }: ObjectView, records: readonly FirmRecord[]) {
    if (basic.sameAs) return t('registers:object.twinClosedNote');
    if (records.length > 0) return t('registers:object.twinNote', { count: records.length });
    return whole ? undefined : t('registers:object.partOnly');
  }

  function linkTo({ id, name, code }: FirmRecord, key: string) {
    return {
      text: t(`registers:object.${key}`, { name, code: code ?? t('pages:visit.none') }),
      href: pathTo('object', { id }),
    };
  }

  function namesOf(records: readonly FirmRecord[]): Record<string, string> {
    return Object.fromEntries(
      records.map(({ id, name, code }) => [
        id,
        t('registers:object.twinRecord', { name, code: code ?? t('pages:visit.none') }),
      ]),
    );
  }

  function rowsOf({ basic, whole }: ObjectView, units: Record<string, string>) {
    const named = (name: string | null, code: string | null) =>
      name && code ? `${name}${marks.brackets(code)}` : (name ?? code);
    const row = (key: string, value: string | string[] | null | undefined) => fact(t(`registers:object.${key}`), value);
    const open = [
      row('uscc', basic.uscc),
      row('registrationNo', basic.registrationNo),
      row('kind', t(`cases:objectKinds.${basic.kind}`)),
      row('status', t(`registers:values.status.${basic.status}`)),
      drawable(basic),
      row('address', basic.address),
      row('division', named(basic.divisionName, basic.division)),
      row('industry', named(basic.industryName, basic.industry)),
    ];
    if (!whole) return open;
    return [
      ...open,
      row('foundedOn', formatDate(whole.foundedOn)),
      row('legalRepresentative', whole.legalRepresentative),
      row('phone', whole.phone),
      row('scope', whole.scope),
      row(
        'responsibleDepartments',
        whole.responsibleDepartments.map((code) => units[code] ?? code),
      ),
      row('riskClass', whole.riskClass && t(`cases:riskClasses.${whole.riskClass}`)),
      row('riskSource', whole.riskSource),
      row('creditStatus', whole.creditStatus),
      row('tags', whole.tags.join(marks.list)),
      row('note', whole.note),
      row('lastCheckedOn', formatDate(whole.lastCheckedOn)),
    ];
  }

  /** Whether draws take the firm; where they do not, the way to the ground: the record that stands, or when it came to be so. */
  function drawable(basic: ObjectView['basic']) {
    const why = firmNotDrawable(basic);
    const text = whyNotDrawn(t, why) ?? t('registers:inspector.drawable');
    const href = why && (why === 'twinRecord' ? pathTo('object', { id: basic.sameAs ?? '' }) : '#history');
    return { id: drawableRow, key: { text: t('registers:inspector.available') }, value: { text, href } };
  }

  function checksTable({ checks }: ObjectView, units: Record<string, string>) {
    return {
      id: 'checks',
      caption: t('registers:object.checks'),
      captionHidden: true,
      stacked: true,
      columns: ['check', 'department', 'visitDate', 'result'].map((key) => ({ text: t(`registers:object.${key}`) })),
      rows: checks.map((line) => ({
        cells: [
          { text: line.check, href: caseAddress(line.checkId) },
          { text: units[line.department] ?? line.department },
          { text: formatDate(line.visitDate) || '—' },
          { text: line.code ? t(`cases:codes.${line.code}`) : t(`cases:results.${line.stage}`) },
        ],
      })),
      empty: { title: t('registers:object.noChecks') },
    };
  }

  /** 抽取经历: in which pools the firm was, or why it was left out. */
  function drawsTable(draws: readonly DrawOfFirm[]) {
    const outcome = ({ exclusion, drawn }: DrawOfFirm) =>
      exclusion ? 'leftOut' : drawn === null ? 'inPool' : drawn ? 'drawn' : 'notDrawn';
    return {
      id: 'draws',
      caption: t('registers:object.draws'),
      stacked: true,
      columns: [
        { text: t('registers:object.check') },
        { text: t('registers:object.draw') },
        { text: t('registers:object.frozenOn'), kind: 'date' },
        { text: t('registers:object.inDraw') },
      ],
      rows: draws.map((line) => ({
        cells: [
          { text: line.checkTitle, href: caseAddress(line.check) },
          { text: line.number, href: caseAddress(line.draw) },
          { text: formatDate(line.frozenAt) },
          {
            text: t(`registers:object.drawOutcome.${outcome(line)}`, {
              reason: line.exclusion && t(`cases:exclusions.${line.exclusion}`),
            }),
          },
        ],
      })),
      empty: { title: t('registers:object.noDraws') },
    };
  }

  function licenceTables({ whole }: ObjectView) {
    if (!whole || whole.licences.length === 0) return [];
    return [
      {
        id: 'licences',
        caption: t('registers:object.licences'),
        captionHidden: true,
        stacked: true,
        columns: ['licence', 'licenceNo', 'issuer', 'expiresOn'].map((key) => ({ text: t(`registers:object.${key}`) })),
        rows: whole.licences.map((licence) => ({
          cells: [licence.name, licence.no, licence.issuer ?? '—', formatDate(licence.expiresOn) || '—'].map(
            (text) => ({ text }),
          ),
        })),
      },
    ];
  }
}
