import type { PaperFailure } from '../../services/queries/cases/find-document';
import type { AppWorld } from '../app-world';

/** Where on a paper a text stands that comes from the register: there it is corrected, and the paper made anew. */
const registerFields = ['object', 'legalRepresentative', 'address', 'place', 'contact', 'officers'];

/** Why a paper could not be made, and what to do: which characters stand where. */
export function failureWords(
  { views }: Pick<AppWorld, 'views'>,
  failure: PaperFailure,
): { what: string; wayOn: string } {
  const { t, marks } = views.texts;
  if (!failure.characters?.length) return { what: t('pages:paper.incomplete'), wayOn: t('pages:paper.mendCase') };
  const characters = failure.characters
    .map((character) => `“${character}”${marks.brackets(codePoints(character))}`)
    .join(marks.list);
  const places = (failure.places ?? []).map(({ field, text }) => {
    const name = views.texts.has(`pages:paper.places.${field}`) ? t(`pages:paper.places.${field}`) : '';
    return `${name}“${text}”`;
  });
  const inRegister = (failure.places ?? []).some(({ field }) => registerFields.includes(field));
  return {
    what: t('pages:paper.missingGlyph', { characters, places: places.join(marks.list) }),
    wayOn: t(inRegister ? 'pages:paper.mendRegister' : 'pages:paper.mendText'),
  };
}

function codePoints(text: string): string {
  return [...text]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
