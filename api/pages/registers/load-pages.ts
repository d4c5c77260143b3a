import { Router, type Request, type Response } from 'express';
import multer from 'multer';
import type { Actor } from '../../../domain/actor';
import { Refusal } from '../../../domain/refusal';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { listImports } from '../../../services/queries/registers/list-imports';
import { importReportCsv, importTemplateCsv } from '../../../services/registers/import-report';
import type { ImportReport } from '../../../services/registers/import-run';
import { keepUpload } from '../../../services/registers/keep-upload';
import type { AppWorld } from '../../app-world';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { formatDateTime } from '../../views/format';
import { frame } from '../frame';
import type { LoadKind } from './load-kind';
import { loadReport } from './load-report';
import { openPage } from './open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';

/** Loading a register from a person's own CSV: template, upload, dry run with every finding, then all of it or nothing. */
export function loadPages(world: AppWorld, kind: LoadKind): Router {
  const { t } = world.views.texts;
  const { pages } = kind;
  const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: world.config.uploadLimitMb * 1024 * 1024, files: 1, fields: 10 } });

  return Router()
    .get(paths[`${pages}Template`], (req, res) => {
      loader(req);
      send(res, `${pages}-template.csv`, importTemplateCsv(kind.columns));
    })
    .get(paths[`${pages}Load`], async (req, res) => {
      loader(req);
      await show(req, res, 200, {});
    })
    .post(paths[`${pages}Load`], upload.single('file'), async (req, res) => {
      const holds = res.locals['csrfHolds'] as (() => boolean) | undefined;
      if (!holds?.()) throw new Refusal('FORM_EXPIRED');
      const actor = loader(req);
      if (!req.file) return show(req, res, 422, { fileError: t('registers:load.fileMissing') });
      const name = Buffer.from(req.file.originalname, 'latin1').toString('utf8');
      const id = await keepUpload(world.dataSource, { name, content: req.file.buffer, account: actor.account, at: world.now() });
      res.redirect(303, pathTo(`${pages}Upload`, { upload: id }));
    })
    .get(paths[`${pages}Upload`], async (req, res) => {
      const actor = loader(req);
      await showOutcome(req, res, 200, () => run(req, actor, true));
    })
    .post(paths[`${pages}Upload`], async (req, res) => {
      const actor = loader(req);
      await showOutcome(req, res, 422, async () => {
        const report = await run(req, actor, false);
        if (report.state !== 'loaded') return report;
        req.session.notice = { key: 'registers:load.done', values: { added: String(report.counts.added), updated: String(report.counts.updated) } };
        res.redirect(303, pathTo(pages));
        return undefined;
      });
    })
    .get(paths[`${pages}Report`], async (req, res) => {
      const report = await run(req, loader(req), true);
      send(res, `${pages}-report.csv`, importReportCsv(report.issues));
    });

  function loader(req: Request): Actor {
    const actor = registerActor(openPage(req, pages), kind.act);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act: kind.act });
    return actor;
  }

  async function kept(req: Request) {
    const found = await findUpload(world.dataSource, openPage(req, pages).account, String(req.params['upload']));
    if (!found) throw new Refusal('NOT_FOUND');
    return found;
  }

  /** The upload's id is the submission: confirming the same file twice loads it once. */
  async function run(req: Request, actor: Actor, dryRun: boolean): Promise<ImportReport> {
    const { name, content } = await kept(req);
    const at = world.now();
    return kind.load(world.dataSource, { actor, at, today: shanghaiDay(at), submission: String(req.params['upload']), fileName: name, content, dryRun });
  }

  async function showOutcome(req: Request, res: Response, status: number, work: () => Promise<ImportReport | undefined>) {
    try {
      const report = await work();
      if (!report) return;
      const { name } = await kept(req);
      await show(req, res, status, { report: loadReport(world, kind, String(req.params['upload']), name, report) });
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.code === 'NOT_FOUND') throw failure;
      await show(req, res, statusOf(failure.code), { fileError: refusalWords(world, failure) });
    }
  }

  async function show(req: Request, res: Response, status: number, found: { fileError?: string; report?: ReturnType<typeof loadReport> }) {
    const title = t(`registers:${kind.register}.load`);
    const imports = await listImports(world.dataSource, pages, 10);
    const page = await frame(world, req, res, {
      title,
      current: pages,
      hasErrors: found.fileError !== undefined,
      breadcrumbs: [{ text: t(`pages:navigation.${pages}`), href: pathTo(pages) }, { text: title }],
    });
    res.status(status).render('register-load', {
      page,
      title,
      csrfToken: page.csrfToken,
      intro: t(`registers:${kind.register}.loadIntro`),
      fileHint: t('registers:load.fileHint', { limit: world.config.uploadLimitMb }),
      fileError: found.fileError && { text: found.fileError },
      errorList: found.fileError && [{ text: found.fileError, href: '#file' }],
      uploadClasses: found.report?.confirm ? 'govuk-button--secondary' : '',
      action: pathTo(`${pages}Load`),
      templateHref: pathTo(`${pages}Template`),
      report: found.report,
      imports: {
        id: 'imports',
        caption: t('registers:load.earlier'),
        captionHidden: true,
        stacked: true,
        columns: ['at', 'fileName', 'by', 'rows', 'added', 'updated'].map((key) => ({ text: t(`registers:load.${key}`) })),
        rows: imports.map((line) => ({
          cells: [{ text: formatDateTime(line.at) }, { text: line.fileName }, { text: line.by ?? '' }, ...['rows', 'added', 'updated'].map((key) => ({ text: String(line.counts[key] ?? 0) }))],
        })),
      },
    });
  }
}

function send(res: Response, name: string, csv: string): void {
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  res.type('text/csv; charset=utf-8').send(csv);
}
