import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { launchBrowser } from '../../../connectors/browser/launch-browser';
import { createPdfRenderer } from '../../../connectors/pdf/create-pdf-renderer';
import { createDocumentFonts } from '../../../connectors/pdf/document-fonts';
import { createDocumentTemplates } from '../../../connectors/pdf/document-templates';
import { documents, type DocumentInput } from '../../../domain/documents/kinds';
import { median, ratioFigure, type Figure, type Pair } from '../figure';

const forms = 80;
const pagesAtOnce = 2;
const limitMs = 120_000;

interface FormsPlace {
  browserPath: string;
  /** The project's directory. */
  root: string;
  /** Where the floor's pages may be written. */
  scratch: string;
}

/** Record forms a minute through the renderer ÷ the same forms as ready pages, loaded and printed with nothing but page.pdf(). */
export async function measureForms(repeats: number, { browserPath, root, scratch }: FormsPlace): Promise<Figure> {
  const templates = join(root, 'templates');
  const papers = Array.from({ length: forms }, (_, index) => recordForm(index + 1));
  const renderer = createPdfRenderer({
    browserPath,
    templates,
    limits: { printTimeoutMs: limitMs, launchTimeoutMs: limitMs },
  });
  const browser = await launchBrowser({ browserPath, timeoutMs: limitMs });
  try {
    const prints = await Promise.all(
      shares(papers).map(async (share, index) => ({
        page: await browser.newPage(),
        url: writePage(join(scratch, `forms-${index}`), templates, share),
      })),
    );
    const pairs: Pair[] = [];
    const laidOut: number[] = [];
    // The first pass starts the browser.
    for (let repeat = -1; repeat < repeats; repeat++) {
      const product = await perMinute(() => renderer.renderBatch('record-form', papers, () => undefined));
      const floor = await perMinute(() => Promise.all(prints.map(loadAndPrint)));
      const again = await perMinute(() => Promise.all(prints.map(({ page }) => print(page))));
      if (repeat < 0) continue;
      pairs.push({ product, floor });
      laidOut.push(product / again);
    }
    return ratioFigure(
      {
        name: 'forms',
        what: 'record forms a minute, data to one PDF ÷ the same forms as ready pages, loaded and printed with bare page.pdf()',
        goal: { atLeast: 0.8 },
      },
      pairs,
      (medians) =>
        `${medians.product.toFixed(0)} ÷ ${medians.floor.toFixed(0)} forms a minute, ${forms} forms a PDF (against printing once more what is laid out already: ${median(laidOut).toFixed(2)})`,
    );
  } finally {
    await Promise.all([renderer.close(), browser.close()]);
  }
}

/** As many forms a page as the renderer prints at once, on as many pages. */
function shares<T>(values: T[]): T[][] {
  const size = Math.ceil(values.length / pagesAtOnce);
  return Array.from({ length: pagesAtOnce }, (_, index) => values.slice(index * size, (index + 1) * size));
}

/** The forms as one file beside its fonts, ready to be loaded. */
function writePage(directory: string, templatesDirectory: string, papers: DocumentInput<'record-form'>[]): string {
  const templates = createDocumentTemplates(templatesDirectory);
  const fonts = createDocumentFonts();
  const content = papers
    .map((paper) =>
      templates.body('record-form', documents['record-form'].schema.parse({ ...paper, kind: 'record-form' })),
    )
    .join('\n');
  const css = fonts.css(content, '');
  mkdirSync(directory);
  for (const [, name = ''] of css.matchAll(/url\('([^']+)'\)/g))
    writeFileSync(join(directory, name), fonts.file(name) ?? '');
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${css}\n${templates.styles('record-form')}</style></head><body>${content}</body></html>`;
  writeFileSync(join(directory, 'forms.html'), html);
  return pathToFileURL(join(directory, 'forms.html')).href;
}

async function loadAndPrint({ page, url }: { page: Page; url: string }): Promise<Uint8Array> {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return print(page);
}

function print(page: Page): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: false,
    outline: false,
    waitForFonts: false,
    timeout: limitMs,
  });
}

async function perMinute(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (forms * 60_000) / (performance.now() - began);
}

/** A blank form of one invented firm, with the items of one department. */
function recordForm(number: number): DocumentInput<'record-form'> {
  const serial = String(number).padStart(5, '0');
  return {
    demonstration: true,
    check: { number: '320723-2026-L0001', title: '餐饮服务单位部门联合抽查' },
    formNumber: `320723-2026-L0001-C1-J${serial}-SCJG`,
    department: '灌云县市场监督管理局',
    object: {
      name: `灌云县伊山镇第${number}餐饮店`,
      code: '91320723MA1A000165',
      address: `江苏省连云港市灌云县伊山镇胜利路${number}号`,
      legalRepresentative: '周禾',
      contact: '周禾 13900000001',
    },
    items: [
      '登记事项检查',
      '公示信息检查',
      '餐饮服务食品安全监督检查',
      '价格行为检查',
      '广告行为检查',
      '特种设备使用单位监督检查',
    ].map((item) => ({ item, content: '查阅资料，核对现场，询问有关人员。' })),
    officers: [
      { name: '陆知行', certificate: '苏07230001' },
      { name: '何以宁', certificate: '苏07230002' },
    ],
    taskUrl: `http://127.0.0.1:3000/cases/visit/320723-2026-L0001-C1-J${serial}`,
  };
}
