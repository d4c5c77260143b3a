import { Router } from 'express';
import { caseAttachments } from '../../../services/queries/cases/case-attachments';
import { caseDocuments, type CaseDocument } from '../../../services/queries/cases/case-documents';
import type { CaseView } from '../../../services/queries/cases/show-case';
import { unitNames } from '../../../services/queries/people/unit-names';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { papersFor } from '../../papers';
import { fileRemark } from '../../file-remark';
import { pathTo, paths } from '../../paths';
import type { Person } from '../../person';
import { caseHead } from './case-head';
import { caseOf } from './case-of';

/** 文书: what was issued on a case, what came with its acts, and what can be printed. */
export function papersTab(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().get(paths.casePapers, async (req, res) => {
    const { person, view } = await caseOf(world, req);
    const [head, units, documents, attachments, prints] = await Promise.all([
      caseHead(world, req, res, { person, view, tab: 'papers' }),
      unitNames(world.dataSource),
      caseDocuments(world.dataSource, person, view.id),
      caseAttachments(world.dataSource, person, view.id),
      printButtons(world, person, view),
    ]);
    res.render('case-papers', {
      ...head,
      csrfToken: head.page.csrfToken,
      prints,
      documents: documents.map((document) => ({
        name: nameOf(document, units),
        // What is not whole is read where it says what is missing, and why.
        href:
          document.fileId && document.missing === 0 && document.state === 'ready'
            ? pathTo('file', { id: document.fileId })
            : pathTo('document', { key: document.key }),
        size: document.size ?? undefined,
        at: document.createdAt,
        note: documentNote(world, document),
      })),
      attachments: attachments.map((file) => ({
        name: file.name,
        href: pathTo('file', { id: file.id }),
        size: file.size,
        at: file.at,
        note: fileRemark(world.views.texts, file),
        kind: t('pages:case.attachedTo', {
          unit: units[file.department] ?? file.department,
          act: t(`acts:${file.act}.name`),
        }),
      })),
    });
  });

  /** Whose paper it is, of which round and under which 文号: what tells it from others of its kind. */
  function nameOf({ kind, department, round, letterNo }: CaseDocument, units: Record<string, string>): string {
    const { marks } = world.views.texts;
    const said = [
      department && (units[department] ?? department),
      round && t('pages:round.ordinal', { round }),
      letterNo,
    ].filter(Boolean);
    return `${t(`cases:documents.${kind}`)}${said.length > 0 ? marks.brackets(said.join(marks.comma)) : ''}`;
  }
}

/** Papers to print by hand: its own, or those of all its parts once there are any. */
async function printButtons(world: AppWorld, person: Person, view: CaseView) {
  const { t } = world.views.texts;
  const batch = await faces[view.kind].prints.batch?.(world, view);
  if (batch === 0) return [];
  const [kind = '', number = ''] = view.id.split('/');
  return papersFor(person, view).map((document) => ({
    action: pathTo('print', { kind, number, document }),
    text: t(batch !== undefined ? 'pages:paper.printAll' : 'pages:paper.print', {
      paper: t(`cases:documents.${document}`),
    }),
  }));
}

/** What a paper on the list is not, yet or any more. */
function documentNote(world: AppWorld, document: CaseDocument): string | undefined {
  const { t, formatDateTime } = world.views.texts;
  if (document.state === 'queued') return t('pages:case.queued');
  if (document.state === 'failed') return t('pages:case.failed');
  if (document.missing > 0) return t('pages:case.partly', { missing: document.missing });
  return document.overtakenAt ? t('pages:case.overtaken', { at: formatDateTime(document.overtakenAt) }) : undefined;
}
