import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { faces } from '../../api/faces';
import { createTexts } from '../../api/views/texts';
import { documents, type DocumentKind } from '../../domain/documents/kinds';
import { caseKinds } from '../../domain/processes';
import { books } from '../../services/books';

const templates = join(__dirname, '..', '..', 'templates');
const texts = createTexts(join(templates, 'locales'), 'throw');
const papers = Object.keys(documents) as DocumentKind[];
const filledBy = (paper: DocumentKind) => caseKinds.filter((kind) => Object.hasOwn(books[kind].papers, paper));

test.each(papers)('%s has its template, its title, and one book that says what stands in it', (paper) => {
  expect(existsSync(join(templates, 'documents', `${paper}.hbs`))).toBe(true);
  expect(texts.has(`cases:documents.${paper}`)).toBe(true);
  expect(filledBy(paper)).toHaveLength(1);
});

test.each(caseKinds)('what a %s has printed by hand is filled by its own book, or by that of its parts', (kind) => {
  const { papers: printed, ofAll, batch } = faces[kind].prints;
  expect(ofAll.filter((paper) => !printed.includes(paper))).toEqual([]);
  expect(printed.filter((paper) => (batch ? filledBy(paper).includes(kind) : !filledBy(paper).includes(kind)))).toEqual(
    [],
  );
});
