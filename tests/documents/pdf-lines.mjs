// Prints, as JSON, what a PDF says: its pages with size and positioned pieces of text, and the fonts it embeds.
import process from 'node:process';
import { readFile } from 'node:fs/promises';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file] = process.argv.slice(2);
const task = getDocument({ data: new Uint8Array(await readFile(file)), useSystemFonts: false, verbosity: 0 });
const pdf = await task.promise;
const pages = [];
const fonts = new Map();
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const [, , width, height] = page.view;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const operators = await page.getOperatorList();
  operators.fnArray.forEach((operation, index) => {
    if (operation !== OPS.setFont) return;
    const font = page.commonObjs.get(operators.argsArray[index][0]);
    fonts.set(font.name, font.missingFile !== true);
  });
  pages.push({
    width,
    height,
    pieces: items
      .filter((item) => item.str.trim() !== '')
      .map(({ str, transform, width: advance, fontName }) => ({
        text: str,
        font: page.commonObjs.get(fontName).name,
        x: transform[4],
        y: transform[5],
        size: Math.hypot(transform[0], transform[1]),
        advance,
      })),
  });
  page.cleanup();
}
process.stdout.write(JSON.stringify({ pages, fonts: Object.fromEntries(fonts) }));
await task.destroy();
