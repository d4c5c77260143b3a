import { Router } from 'express';
import { shanghaiDay } from '../../domain/calendar/shanghai-day';
import { Refusal } from '../../domain/refusal';
import { checkCounts } from '../../services/queries/cases/check-counts';
import { findDocument } from '../../services/queries/cases/find-document';
import { showCase } from '../../services/queries/cases/show-case';
import type { AppWorld } from '../app-world';
import { personOf } from '../middleware/require-person';
import { caseAddress, pathTo, paths } from '../paths';
import { frame } from './frame';

/** Papers that a person prints when they need them, by the kind of case. */
export const printable: Record<string, readonly string[]> = {
  visit: ['inspection-notice', 'record-form', 'result-notice'],
  'joint-check': ['record-form', 'inspection-notice'],
};

/** Printing one paper or a whole batch: asked for, drawn in the background with progress, kept with the case. */
export function papersPages(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router()
    .post(paths.print, async (req, res) => {
      const person = personOf(req);
      const id = `${req.params['kind']}/${req.params['number']}`;
      const document = String(req.params['document']);
      const view = await showCase(world.dataSource, person, id);
      if (!view) throw new Refusal('CASE_UNKNOWN', { case: id });
      if (!printable[view.kind]?.includes(document)) throw new Refusal('NOT_FOUND');
      const department = document === 'inspection-notice' ? undefined : person.department;
      const counts = view.kind === 'joint-check' ? await checkCounts(world.dataSource, id) : undefined;
      if (counts?.visits === 0) throw new Refusal('DRAW_NOT_HELD', { case: id });
      // A paper of a newer state is another paper; a batch is made anew each day.
      const edition = counts ? `${shanghaiDay(world.now())}-${counts.visited}` : String(view.version);
      const key = `${id}/${document}/${department ?? 'all'}/${edition}`;
      await world.orderPaper({ key, document, subject: id, department, total: counts?.visits ?? 1 });
      res.redirect(303, pathTo('document', { key }));
    })
    .get(paths.document, async (req, res) => {
      const person = personOf(req);
      const document = await findDocument(world.dataSource, String(req.query['key'] ?? ''));
      const view = document && (await showCase(world.dataSource, person, document.caseId));
      if (!document || !view) throw new Refusal('NOT_FOUND');
      if (document.state === 'ready' && document.fileId) return res.redirect(303, pathTo('file', { id: document.fileId }));
      const title = t(`cases:documents.${document.kind}`);
      const page = await frame(world, req, res, { title, refreshSeconds: document.state === 'queued' ? 3 : undefined, breadcrumbs: [{ text: view.title, href: caseAddress(view.id) }, { text: title }] });
      res.render('paper', {
        page,
        title,
        failed: document.state === 'failed' ? t('pages:paper.failed', { code: document.failure?.code ?? '' }) : undefined,
        progress: { id: 'paper', label: title, value: document.done, max: document.total, refreshHref: pathTo('document', { key: document.key }), refreshSeconds: 3, leaveText: t('pages:paper.leave') },
        caseHref: caseAddress(view.id),
      });
    });
}
