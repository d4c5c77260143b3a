import { Router } from 'express';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { askForPaper, readPaper } from '../papers';
import { caseAddress, pathTo, paths } from '../paths';
import { frame } from './frame';

/** Printing one paper or a whole batch: asked for, drawn in the background with progress, kept with the case. */
export function papersPages(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .post(paths.print, async (req, res) => {
      const { kind, number, document } = req.params;
      const key = await askForPaper(world, personOf(req), `${String(kind)}/${String(number)}`, String(document));
      res.redirect(303, pathTo('document', { key }));
    })
    .get(paths.document, async (req, res) => {
      const { paper, view } = await readPaper(world, personOf(req), String(req.query['key'] ?? ''));
      if (paper.state === 'ready' && paper.fileId) return res.redirect(303, pathTo('file', { id: paper.fileId }));
      const title = t(`cases:documents.${paper.kind}`);
      const page = await frame(world, req, res, {
        title,
        refreshSeconds: paper.state === 'queued' ? 3 : undefined,
        breadcrumbs: [{ text: view.title, href: caseAddress(view.id) }, { text: title }],
      });
      res.render('paper', {
        page,
        title,
        failed: paper.state === 'failed' ? t('pages:paper.failed', { code: paper.failure?.code ?? '' }) : undefined,
        progress: {
          id: 'paper',
          label: title,
          value: paper.done,
          max: paper.total,
          refreshHref: pathTo('document', { key: paper.key }),
          refreshSeconds: 3,
          leaveText: t('pages:paper.leave'),
        },
        caseHref: caseAddress(view.id),
      });
    });
}
