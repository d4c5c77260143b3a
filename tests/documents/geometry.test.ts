import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentFonts } from '../../connectors/pdf/document-fonts';
import { readPdf, wordsOf, type Piece } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

const millimetre = 72 / 25.4;
const page = { width: 210 * millimetre, height: 297 * millimetre };

function lines(pieces: Piece[]): Piece[][] {
  const rows = new Map<number, Piece[]>();
  for (const piece of pieces) rows.set(Math.round(piece.y), [...(rows.get(Math.round(piece.y)) ?? []), piece]);
  return [...rows.values()];
}

test('GB/T 9704: a full page of a letter has 22 lines of 28 characters of 16 pt inside the margins', async () => {
  const reply = { ...samples['consultation-reply'], demonstration: false, reasons: ['检'.repeat(1900)] };
  const { pages } = await readPdf(await renderer.render('consultation-reply', reply));
  const body = (pages[1]?.pieces ?? []).filter((piece) => piece.text.includes('检'));
  expect(lines(body)).toHaveLength(22);
  for (const line of lines(body)) {
    expect(line.map((piece) => piece.text).join('')).toHaveLength(28);
    for (const piece of line) {
      expect(piece.size).toBeCloseTo(16, 1);
      expect(piece.x).toBeGreaterThanOrEqual(28 * millimetre - 0.5);
      expect(piece.x + piece.advance).toBeLessThanOrEqual(page.width - 26 * millimetre + 0.5);
      expect(piece.y).toBeGreaterThanOrEqual(35 * millimetre);
      expect(piece.y + piece.size * 0.8).toBeLessThanOrEqual(page.height - 37 * millimetre);
    }
  }
});

test('page numbers stand outside: right on odd pages, left on even ones, none on the first page of a letter', async () => {
  const reply = { ...samples['consultation-reply'], reasons: ['检'.repeat(1900)] };
  const { pages } = await readPdf(await renderer.render('consultation-reply', reply));
  const number = (index: number) =>
    pages[index]?.pieces.filter(
      (piece) => /^— ?\d+ ?—$/.test(piece.text.trim()) || (piece.y < 35 * millimetre && /\d/.test(piece.text)),
    ) ?? [];
  expect(number(0)).toEqual([]);
  expect(number(1)[0]?.text).toContain('2');
  expect(number(1)[0]?.x).toBeLessThan(page.width / 2);
  expect(number(2)[0]?.text).toContain('3');
  expect(number(2)[0]?.x).toBeGreaterThan(page.width / 2);
});

describe('where the parts of a paper stand, in millimetres', () => {
  const line = 225 / 22;
  const fromTop = (piece: Piece) => (page.height - piece.y) / millimetre;
  const find = (pieces: Piece[], text: string | RegExp): Piece => {
    const found = pieces.find((piece) =>
      typeof text === 'string' ? piece.text.includes(text) : text.test(piece.text),
    );
    if (!found) throw new Error(`no ${String(text)} among ${pieces.map((piece) => piece.text).join('|')}`);
    return found;
  };
  const titleOf = (pieces: Piece[]) => pieces.filter((piece) => Math.round(piece.size) === 22);

  test('under a red head the number keeps two blank lines, and the title two from the red line', async () => {
    const { pages } = await readPdf(await renderer.render('work-plan', samples['work-plan']));
    const pieces = pages[0]?.pieces ?? [];
    const head = fromTop(find(pieces, '灌云县市场监督管理局'));
    const number = fromTop(find(pieces, '42'));
    const [title] = titleOf(pieces);
    expect(number - head).toBeGreaterThan(2 * line + 4);
    expect(fromTop(title as Piece) - number).toBeGreaterThan(2 * line + 4);
    expect(fromTop(title as Piece) - number).toBeLessThan(4 * line);
  });

  test('版记 stands at the foot of the last page: issuer and day on one line, 抄送 hanging after its colon', async () => {
    const copies = [
      '灌云县“双随机、一公开”监管联席会议办公室',
      '灌云县人民政府办公室',
      '灌云县司法局',
      '灌云县发展和改革委员会',
    ];
    const { pages } = await readPdf(await renderer.render('work-plan', { ...samples['work-plan'], copies }));
    const pieces = pages.at(-1)?.pieces ?? [];
    const printed = find(pieces, /印发/);
    expect(fromTop(printed)).toBeGreaterThan(297 - 35 - 8);
    expect(fromTop(printed)).toBeLessThan(297 - 35);
    const issuer = pieces.filter((piece) => Math.abs(piece.y - printed.y) < 1 && piece.text.includes('灌云县市场'));
    expect(issuer).toHaveLength(1);
    expect((issuer[0] as Piece).x + (issuer[0] as Piece).advance).toBeLessThan(
      Math.min(
        ...pieces.filter((piece) => Math.abs(piece.y - printed.y) < 1 && /\d/.test(piece.text)).map(({ x }) => x),
      ),
    );
    const label = find(pieces, '抄送');
    const hanging = pieces.filter((piece) => piece.y < label.y - 2 && piece.y > printed.y + 2);
    expect(hanging.length).toBeGreaterThan(0);
    for (const piece of hanging) expect(piece.x).toBeGreaterThan(label.x + 3 * 14 - 2);
  });

  test('the office answers by a letter of its own lines; the signature never stands alone on a page', async () => {
    for (let count = 2; count <= 6; count += 1) {
      const conditions = Array.from(
        { length: count },
        () => '对近三个月内已接受过其他部门检查的对象，不再列入本次抽查。',
      );
      const { pages } = await readPdf(await renderer.render('decision', { ...samples.decision, conditions }));
      const words = pages.map((one) => wordsOf([one]));
      const signed = words.find((said) => said.includes('2026年12月2日'));
      expect(signed).toMatch(/特此函复|检查的对象/);
    }
  });

  test('a title is never broken inside a word', async () => {
    const { pages } = await readPdf(await renderer.render('consultation-letter', samples['consultation-letter']));
    const rows = lines(titleOf(pages[0]?.pieces ?? [])).map((row) => row.map((piece) => piece.text).join(''));
    expect(rows.length).toBeGreaterThan(1);
    for (const word of ['餐饮', '服务', '单位', '联合', '抽查', '方案', '征求', '意见'])
      for (const [index, row] of rows.entries()) expect([row.at(-1), rows[index + 1]?.at(0)].join('')).not.toBe(word);
  });

  test('a remark in brackets stays on one line of a title', async () => {
    const check = { ...samples['consultation-letter'].scheme.check, title: '冬季供暖期燃气经营企业安全部门联合抽查' };
    const letter = samples['consultation-letter'];
    const { pages } = await readPdf(
      await renderer.render('consultation-letter', { ...letter, round: 2, scheme: { ...letter.scheme, check } }),
    );
    const rows = lines(titleOf(pages[0]?.pieces ?? [])).map((row) => row.map((piece) => piece.text).join(''));
    for (const remark of ['（征求意见稿）', '（第二轮）'])
      expect(rows.filter((row) => row.includes(remark))).toHaveLength(1);
  });

  test('a letter that is a line or two too long comes closer and keeps its signature on its page', async () => {
    const letter = samples['consultation-letter'];
    const check = { ...letter.scheme.check, title: '冬季供暖期燃气经营企业安全部门联合抽查' };
    const addressees = ['灌云县交通运输局', '灌云县应急管理局', '灌云县市场监督管理局'];
    const { pages } = await readPdf(
      await renderer.render('consultation-letter', {
        ...letter,
        addressees,
        round: 2,
        scheme: { ...letter.scheme, check },
      }),
    );
    expect(wordsOf(pages.slice(0, 1))).toMatch(
      /特此函达，请予函复。附件.*2026年11月23日（联系人：沈穗，联系电话：0518-88000000）/,
    );
    expect(wordsOf(pages.slice(1, 2))).toMatch(/附件冬季供暖期/);
  });

  test('a plan’s signature has words of its text on its page, whatever its length', async () => {
    const plan = samples['work-plan'];
    const own = { ...plan, teams: [], requirements: [] };
    // These lengths leave room for the note but not for 版记, for the text but not for the signature, and for less.
    for (const lines of [1, 3, 5]) {
      const duties = [{ department: plan.issuer, duty: '责'.repeat(20 * lines) }];
      const { pages } = await readPdf(await renderer.render('work-plan', { ...own, duties }));
      expect(wordsOf(pages.slice(-1))).toMatch(
        /依法不予公开的除外。灌云县市场监督管理局2026年12月4日（联系人：沈穗.*印发/,
      );
    }
  });

  test('一、 is set in 黑体, （一） in 楷体, the text in neither', async () => {
    const { pages } = await readPdf(await renderer.render('work-plan', samples['work-plan']));
    const fontOf = (text: string) =>
      find(
        pages.flatMap((one) => one.pieces),
        text,
      ).font;
    expect(fontOf('、工作目的')).toContain('NotoSansSC');
    expect(fontOf('廉')).toContain('WenKai');
    expect(fontOf('除外')).toContain('NotoSerifSC');
    const notice = await readPdf(await renderer.render('inspection-notice', samples['inspection-notice']));
    expect(find(notice.pages[0]?.pieces ?? [], '检查时间和地点').font).toContain('NotoSansSC');
  });
});

test('fonts of the standard that a machine has come before the embedded ones, and nowhere else', () => {
  const used = createDocumentFonts({ installed: true }).css('检查', 'x:/');
  const order = (css: string) => [...css.matchAll(/font-family:'([^']+)'/g)].map(([, family]) => family);
  expect(order(used).slice(0, 4)).toEqual(['Installed FangSong', 'Installed Hei', 'Installed Kai', 'Installed Title']);
  expect(used).toMatch(/local\('仿宋'\).*local\('FangSong_GB2312'\)/);
  expect(order(createDocumentFonts().css('检查', 'x:/')).join()).not.toContain('Installed');
  const styles = readFileSync(join(process.cwd(), 'templates/documents/paper.css'), 'utf8');
  expect(styles).toContain("font-family: 'Installed FangSong', 'Document Song', 'Document Kai'");
});
