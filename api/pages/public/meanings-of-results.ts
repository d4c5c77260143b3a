import { resultCodes } from '../../../domain/visit/record-form';
import type { AppWorld } from '../../app-world';

/** Every finding with what it means, as a list beside the results. */
export function meaningsOfResults({ views }: Pick<AppWorld, 'views'>) {
  const { t } = views.texts;
  return {
    summary: t('public:meansTitle'),
    rows: resultCodes.map((code) => ({
      key: { text: t(`public:findings.${code}`) },
      value: { text: t(`public:meanings.${code}`) },
    })),
  };
}
