import type { Response } from 'express';
import type { Texts } from './views/texts';

/** How a file is called: by people, and in ASCII by programs that know no other; both with the same ending. */
export interface FileNames {
  title: string;
  plainTitle: string;
  ending: string;
}

/** A file that holds what somebody filtered says so in its name: it is never taken for the whole list later. */
export function filteredNames<N extends Pick<FileNames, 'title' | 'plainTitle'>>(
  { t, marks }: Pick<Texts, 't' | 'marks'>,
  names: N,
  filtered: boolean,
): N {
  if (!filtered) return names;
  return {
    ...names,
    title: `${names.title}${marks.brackets(t('files:filtered'))}`,
    plainTitle: `${names.plainTitle}-filtered`,
  };
}

/** The names of a file as a header says them (RFC 6266): the plain one first, for readers that know only that. */
export const namesInHeader = ({ title, plainTitle, ending }: FileNames): string =>
  `filename="${plainTitle}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${title}.${ending}`)}`;

/** Has an answer saved under its name, never shown inside our own pages. */
export const savedAs = (res: Response, names: FileNames): Response =>
  res.setHeader('Content-Disposition', `attachment; ${namesInHeader(names)}`);
