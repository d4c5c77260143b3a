import { isAdverse, isClean } from '../../../domain/visit/record-form';
import type { VisitLine } from '../../../services/queries/cases/check-visits';
import type { FactsContext } from '../facts';

type Result = Pick<VisitLine['results'][number], 'stage' | 'publication' | 'code'>;

/** How far one department's result is, in two or three characters: what is awaited, and at the end what was found. */
export function resultMark({ t }: Pick<FactsContext, 't'>, result: Result): { text: string; status: string } {
  const mark = markOf(result);
  return { text: t(`cases:marks.${mark}`), status: mark === 'notReached' ? 'attention' : mark };
}

function markOf({ stage, publication, code }: Result): string {
  if (stage !== 'reviewed') return stage;
  if (publication !== 'published') return publication === 'notYet' ? 'awaiting' : publication;
  if (isAdverse(code ?? undefined)) return 'adverse';
  return isClean(code ?? undefined) ? 'inOrder' : 'notReached';
}
