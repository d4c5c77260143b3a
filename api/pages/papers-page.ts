import { Router } from 'express';
import type { DocumentState } from '../../services/queries/cases/find-document';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { askAgain, askForPaper, readPaper } from '../papers';
import { caseAddress, pathTo, paths } from '../paths';
import { frame } from './frame';
import { failureWords } from './paper-failures';

/** Printing one paper or a whole batch: asked for, drawn in the background with progress, kept with the case. */
export function papersPages(world: AppWorld): Router {
  const { t, formatFileSize, formatDateTime } = world.views.texts;
  return Router()
    .post(paths.print, async (req, res) => {
      const { kind, number, document } = req.params;
      const key = await askForPaper(world, personOf(req), `${String(kind)}/${String(number)}`, String(document));
      res.redirect(303, pathTo('document', { key }));
    })
    .post(paths.documentAgain, async (req, res) => {
      const { key } = (req.body ?? {}) as { key?: unknown };
      res.redirect(303, pathTo('document', { key: await askAgain(world, personOf(req), String(key ?? '')) }));
    })
    .get(paths.document, async (req, res) => {
      const { paper, view } = await readPaper(world, personOf(req), String(req.query['key'] ?? ''));
      const title = t(`cases:documents.${paper.kind}`);
      const page = await frame(world, req, res, {
        title,
        refreshSeconds: paper.state === 'queued' ? 3 : undefined,
        breadcrumbs: [{ text: view.title, href: caseAddress(view.id) }, { text: title }],
      });
      res.render('paper', {
        page,
        title,
        ...(paper.state === 'queued' ? { progress: progressOf(paper, title) } : {}),
        ...(paper.state === 'ready' && paper.fileId ? { file: fileOf(paper, paper.fileId) } : {}),
        failed: paper.state === 'failed' ? t('pages:paper.failed') : undefined,
        failures: failureTable(paper),
        again:
          paper.state === 'failed' || (paper.state === 'ready' && paper.failures.length > 0)
            ? { action: paths.documentAgain, key: paper.key, text: t('pages:paper.again') }
            : undefined,
        leftOut: leftOutTable(paper),
        overtaken:
          paper.overtakenAt && paper.overtakenBy
            ? {
                text: t('pages:paper.overtaken', { at: formatDateTime(paper.overtakenAt) }),
                link: t('pages:paper.newer'),
                href: pathTo('document', { key: paper.overtakenBy }),
              }
            : undefined,
        caseHref: caseAddress(view.id),
      });
    });

  function progressOf(paper: DocumentState, title: string) {
    return {
      id: 'paper',
      label: title,
      value: paper.done,
      max: paper.total,
      refreshHref: pathTo('document', { key: paper.key }),
      refreshSeconds: 3,
      leaveText: t('pages:paper.leave'),
    };
  }

  function fileOf(paper: DocumentState, fileId: string) {
    const made = paper.total - paper.failures.length;
    return {
      text:
        paper.total === 1
          ? t('pages:paper.ready')
          : t(paper.failures.length > 0 ? 'pages:paper.readyPartly' : 'pages:paper.readyAll', {
              made,
              total: paper.total,
            }),
      button: t('pages:paper.open', { size: formatFileSize(paper.size ?? 0) }),
      href: pathTo('file', { id: fileId }),
    };
  }

  function failureTable(paper: DocumentState) {
    return {
      id: 'failures',
      caption: t('pages:paper.failures', { number: paper.failures.length }),
      stacked: true,
      columns: [{ text: t('pages:paper.object') }, { text: t('pages:paper.what') }, { text: t('pages:paper.wayOn') }],
      rows: paper.failures.map((failure) => {
        const { what, wayOn } = failureWords(world, failure);
        return {
          cells: [
            { text: failure.object ?? failure.caseId.split('/')[1] ?? '', href: caseAddress(failure.caseId) },
            { text: what },
            { text: wayOn },
          ],
        };
      }),
    };
  }

  function leftOutTable(paper: DocumentState) {
    return {
      id: 'left-out',
      caption: t('pages:paper.leftOut', { number: paper.leftOut.length }),
      stacked: true,
      columns: [
        { text: t('pages:paper.object') },
        { text: t('pages:home.number'), kind: 'code' },
        { text: t('pages:paper.why') },
      ],
      rows: paper.leftOut.map(({ caseId, number, object, why }) => ({
        cells: [
          { text: object ?? number, href: caseAddress(caseId) },
          { text: number },
          { text: t(`pages:paper.${why}`) },
        ],
      })),
    };
  }
}
