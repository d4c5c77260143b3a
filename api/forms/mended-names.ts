import type { Request } from 'express';

/** A name that was given the ending of what its file is. */
export interface MendedName {
  was: string;
  is: string;
}

/** The names before and after, for a person. */
export const mendedWords = (mended: readonly MendedName[]) => mended.map(({ was, is }) => `${was} → ${is}`);

/** Tells on the next page that names were mended, so that nobody looks for a file under the name it came with. */
export function noteMended(req: Request, mended: readonly MendedName[]): void {
  if (mended.length > 0) req.session.notice = { key: 'form:files.mended', values: { names: mendedWords(mended) } };
}
