import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../../domain/actor';
import { Refusal } from '../../../domain/refusal';
import { ImportTag } from '../../../domain/registers/object-edit';
import { findUpload } from '../../../services/queries/registers/find-upload';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { importsOf, type ImportLine } from '../../../services/queries/registers/list-imports';
import { annotatedCsv } from '../../../services/registers/annotated-file';
import { importReportCsv, importTemplateCsv } from '../../../services/registers/import-report';
import type { ImportCommand, ImportReport, RowChanged } from '../../../services/registers/import-run';
import { keepUpload, uploadHours } from '../../../services/files/keep-upload';
import type { AppWorld } from '../../app-world';
import { oneFile } from '../../middleware/upload';
import { savedAs } from '../../file-names';
import { defaultLanguage } from '../../views/language';
import { pathTo, paths } from '../../paths';
import { statusOf } from '../../problems';
import { frame } from '../frame';
import { neighbours, stretchFields, withPart } from '../list-parts';
import { findingWords } from './finding-words';
import type { LoadKind } from './load-kind';
import { loadReport, type Examined } from './load-report';
import { openPage } from './open-page';
import { refusalWords } from '../refusal-words';
import { registerActor } from './register-actor';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';

/** As many names are told with the outcome of a load; the rest stands in the register. */
const namedAtMost = 20;

interface Upload {
  name: string;
  content: Buffer;
}

interface Shown {
  fileRefusal?: Refusal;
  fileError?: string;
  report?: ReturnType<typeof loadReport>;
}

/** Up to where the history of the register was known when the check was shown; whoever sends none has seen none of it. */
const Seen = z
  .string()
  .regex(/^\d{1,18}$/)
  .catch('0');

/** Earlier loads on one page. */
const importsOnPage = 10;

/** How many rows a load brought or changed: as many has the list to which it leads. */
const changed = ({ counts }: ImportLine): number => (counts['added'] ?? 0) + (counts['updated'] ?? 0);

/** Loading a register from a person's own CSV: template, upload, dry run with every finding, then all of it or nothing. */
export function loadPages(world: AppWorld, kind: LoadKind): Router {
  const { t, formatDateTime, formatNumber } = world.views.texts;
  const { pages } = kind;
  // A file stands beside the person's own: it is of the county's language, as that is.
  const fileWords = findingWords(world.views.in(defaultLanguage).texts);

  return Router()
    .get(paths[`${pages}Template`], (req, res) => {
      loader(req);
      send(res, 'template', importTemplateCsv(kind.columns));
    })
    .get(paths[`${pages}Load`], async (req, res) => {
      loader(req);
      await show(req, res, 200, {});
    })
    .post(
      paths[`${pages}Load`],
      (req, _res, next) => next(void loader(req)),
      oneFile(world, 'file'),
      async (req, res) => {
        const actor = loader(req);
        const tooLarge = res.locals['uploadRefusal'] as Refusal | undefined;
        if (tooLarge) return show(req, res, statusOf(tooLarge.code), { fileRefusal: tooLarge });
        if (!req.file) return show(req, res, 422, { fileError: t('registers:load.fileMissing') });
        const name = Buffer.from(req.file.originalname, 'latin1').toString('utf8');
        const id = await keepUpload(world.dataSource, {
          name,
          content: req.file.buffer,
          account: actor.account,
          at: world.now(),
        });
        res.redirect(303, pathTo(`${pages}Upload`, { upload: id }));
      },
    )
    .get(paths[`${pages}Upload`], async (req, res) => {
      const actor = loader(req);
      await showOutcome(req, res, 200, {}, (upload) => run(req, upload, actor, true));
    })
    .post(paths[`${pages}Upload`], async (req, res) => {
      const actor = loader(req);
      const written = kind.tagged ? (req.body as Record<string, unknown> | undefined)?.['tag'] : undefined;
      const tag = ImportTag.safeParse(typeof written === 'string' ? written.trim() : '');
      // A file of which only the tag is left to write says nothing without one.
      const nothingLeft =
        tag.data === '' && (req.body as Record<string, unknown> | undefined)?.['onlyTag'] !== undefined;
      if (!tag.success || nothingLeft) {
        const tagError = t(`registers:load.${tag.success ? 'tagMissing' : 'tagError'}`);
        return showOutcome(req, res, 422, { tag: String(written ?? ''), tagError }, (upload) =>
          run(req, upload, actor, true),
        );
      }
      const ticked = (req.body as Record<string, unknown> | undefined)?.['affirmed'] ?? [];
      const affirmed = (Array.isArray(ticked) ? (ticked as unknown[]) : [ticked]).map(String);
      const wholeList = kind.whole && (req.body as Record<string, unknown> | undefined)?.['wholeList'] !== undefined;
      const seen = Seen.parse((req.body as Record<string, unknown> | undefined)?.['seen']);
      const asked = { tag: tag.data, affirmed, wholeList, unanswered: true };
      await showOutcome(req, res, 422, asked, async (upload) => {
        const report = await run(req, upload, actor, false, { tag: tag.data || undefined, affirmed, wholeList, seen });
        if (report.state === 'newsTaken') {
          req.session.notice = {
            key: 'registers:load.newsTaken',
            values: { rows: String(report.counts.updated), errors: String(report.counts.error) },
          };
          res.redirect(303, pathTo(`${pages}Upload`, { upload: String(req.params['upload']) }));
          return undefined;
        }
        if (report.state !== 'loaded') return run(req, upload, actor, true, { wholeList });
        const unready = report.batch ? ((await kind.unready?.(world.dataSource, report.batch)) ?? []) : [];
        req.session.notice = {
          key: unready.length > 0 ? `registers:${kind.register}.doneUnready` : 'registers:load.done',
          values: {
            added: String(report.counts.added),
            updated: String(report.counts.updated),
            names: [...unready.slice(0, namedAtMost), ...(unready.length > namedAtMost ? ['……'] : [])],
            count: String(unready.length),
          },
        };
        res.redirect(303, pathTo(pages, { load: report.batch, tag: tag.data || undefined }));
        return undefined;
      });
    })
    .get(paths[`${pages}Report`], async (req, res) => {
      const actor = loader(req);
      const report = await run(req, await kept(req), actor, true);
      send(res, 'report', importReportCsv(report.issues, fileWords));
    })
    .get(paths[`${pages}Annotated`], async (req, res) => {
      const actor = loader(req);
      const upload = await kept(req);
      const report = await run(req, upload, actor, true);
      send(res, 'annotated', annotatedCsv(upload.content, kind.columns, report.issues, fileWords));
    });

  function loader(req: Request): Actor {
    const actor = registerActor(openPage(req, pages), kind.act);
    if (!actor) throw new Refusal('NOT_ENTITLED', { act: kind.act });
    return actor;
  }

  async function kept(req: Request): Promise<Upload> {
    return findUpload(world.dataSource, openPage(req, pages).account, String(req.params['upload']), world.now());
  }

  /** The upload's id is the submission: confirming the same file twice loads it once, as a whole list or not, and once for each tag. */
  async function run(
    req: Request,
    { name, content }: Upload,
    actor: Actor,
    dryRun: boolean,
    answers: Pick<ImportCommand, 'tag' | 'affirmed' | 'wholeList' | 'seen'> = {},
  ): Promise<ImportReport> {
    const at = world.now();
    return kind.load(world.dataSource, {
      actor,
      at,
      today: shanghaiDay(at),
      submission: [
        String(req.params['upload']),
        ...(answers.wholeList ? ['whole'] : []),
        ...(answers.tag ? ['tag', answers.tag] : []),
      ].join('/'),
      fileName: name,
      content,
      dryRun,
      ...answers,
    });
  }

  async function showOutcome(
    req: Request,
    res: Response,
    status: number,
    tagged: Omit<Examined, 'upload' | 'fileName'>,
    work: (upload: Upload) => Promise<ImportReport | undefined>,
  ) {
    const examine = (upload: Upload, report: ImportReport, changedRows?: RowChanged[]) =>
      loadReport(
        world,
        kind,
        {
          ...tagged,
          upload: String(req.params['upload']),
          fileName: upload.name,
          unanswered:
            !changedRows && tagged.unanswered && (report.news?.questions.length ?? report.counts.question) > 0,
          changedRows,
        },
        report,
      );
    try {
      const upload = await kept(req);
      const report = await work(upload);
      if (report) await show(req, res, status, { report: examine(upload, report) });
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const { changedRows } = failure.details as { changedRows?: RowChanged[] };
      if (!changedRows) return show(req, res, statusOf(failure.code), { fileRefusal: failure });
      const upload = await kept(req);
      const again = await run(req, upload, loader(req), true, { wholeList: tagged.wholeList });
      await show(req, res, statusOf(failure.code), { report: examine(upload, again, changedRows) });
    }
  }

  async function show(req: Request, res: Response, status: number, { fileRefusal, fileError, report }: Shown) {
    const title = t(`registers:${kind.register}.load`);
    const stretch = { ...z.object(stretchFields).parse(req.query), size: importsOnPage };
    const imports = await stretchOf<ImportLine & Placed>(world.dataSource, importsOf(pages), stretch);
    const wrongFile = fileRefusal
      ? t('registers:load.withCode', { text: refusalWords(world, fileRefusal), code: fileRefusal.code })
      : fileError;
    const errorList = wrongFile ? [{ text: wrongFile, href: '#file' }] : report?.errorList;
    const page = await frame(world, req, res, {
      title,
      current: pages,
      hasErrors: errorList !== undefined,
      breadcrumbs: [{ text: t(`pages:navigation.${pages}`), href: pathTo(pages) }, { text: title }],
    });
    res.status(status).render('register-load', {
      page,
      title,
      csrfToken: page.csrfToken,
      intro: t(`registers:${kind.register}.loadIntro`),
      fileHint: t('registers:load.fileHint', { limit: world.config.uploadLimitMb, hours: uploadHours }),
      fileError: wrongFile && { text: wrongFile },
      errorList,
      uploadClasses: report?.confirm ? 'govuk-button--secondary' : '',
      action: pathTo(`${pages}Load`),
      templateHref: pathTo(`${pages}Template`),
      report,
      importsPart: withPart(world, t('registers:load.imports', { total: formatNumber(imports.total) }), imports),
      importsPages: neighbours(imports, (at) => pathTo(`${pages}Load`, at)),
      imports: {
        id: 'imports',
        caption: t('registers:load.earlier'),
        captionHidden: true,
        stacked: true,
        columns: ['fileName', 'at', 'by', 'rows', 'added', 'updated'].map((key) => ({
          text: t(`registers:load.${key}`),
          kind: ['rows', 'added', 'updated'].includes(key) ? 'number' : key === 'at' ? 'date' : undefined,
        })),
        rows: imports.rows.map((line) => ({
          cells: [
            {
              text: line.fileName,
              href: changed(line) > 0 ? pathTo(pages, { load: line.id }) : undefined,
              hint: line.state === 'newsTaken' ? t('registers:load.onlyNews') : undefined,
            },
            { text: formatDateTime(line.at) },
            { text: line.by ?? '' },
            ...['rows', 'added', 'updated'].map((key) => ({ text: formatNumber(line.counts[key] ?? 0) })),
          ],
        })),
      },
    });
  }

  function send(res: Response, what: 'template' | 'report' | 'annotated', csv: string): void {
    const title = world.views.in(defaultLanguage).texts.t(`files:${pages}.${what}`);
    res.setHeader('Cache-Control', 'private, no-store');
    savedAs(res, {
      title: `${title}-${shanghaiDay(world.now())}`,
      plainTitle: `${pages}-${what}`,
      ending: 'csv',
    })
      .type('text/csv; charset=utf-8')
      .send(csv);
  }
}
