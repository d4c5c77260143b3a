import type { FileFacts } from '../services/queries/cases/files-by-id';
import type { Texts } from './views/texts';

/** What is to be known of a file before it is opened; nothing for most. */
export const fileRemark = ({ t }: Pick<Texts, 't'>, { locked }: Pick<FileFacts, 'locked'>): string | undefined =>
  locked ? t('components:fileList.locked') : undefined;

/** The name of a file with what is to be known of it. */
export function remarkedName(texts: Pick<Texts, 't' | 'marks'>, file: Pick<FileFacts, 'name' | 'locked'>): string {
  const remark = fileRemark(texts, file);
  return remark ? `${file.name}${texts.marks.brackets(remark)}` : file.name;
}
