/** One saved state of a draft: the opening of the form in which it was typed, and which save of it. */
export interface DraftRef {
  opening: string;
  revision: number;
}

const written = /^([0-9a-z-]{1,40})\.(\d{1,9})$/;

/** As forms carry it. */
export function writeDraftRef({ opening, revision }: DraftRef): string {
  return `${opening}.${revision}`;
}

/** What a form carries; nothing where it carries none. */
export function readDraftRef(text: unknown): DraftRef | undefined {
  const [, opening, revision] = (typeof text === 'string' && written.exec(text)) || [];
  return opening === undefined ? undefined : { opening, revision: Number(revision) };
}
