import type { ConsultationState } from '../../../domain/consultation/state';
import { row, type FactsContext, type Row } from '../facts';
import { fileLinks } from '../file-links';

/** The answer that the person's own unit has drafted. */
export async function draftRows(context: FactsContext, state: ConsultationState): Promise<Row[]> {
  const { t, person } = context;
  const draft = state.letters[person.department]?.draft;
  if (!draft) return [];
  const links = (await fileLinks(context, draft.attachments))(draft.attachments);
  const attached: Row[] = links.length > 0 ? [{ key: { text: t('pages:case.attachments') }, value: { links } }] : [];
  return [
    ...row(t('pages:round.draft'), t(`cases:verdicts.${draft.verdict}`)),
    ...row(t('pages:check.reasons'), draft.reasons),
    ...attached,
  ];
}
