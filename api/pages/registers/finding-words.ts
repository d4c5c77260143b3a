import type { ImportIssue } from '../../../domain/registers/import-issue';
import { wholeRow, type Reason } from '../../../domain/registers/import-reasons';
import type { FindingWords } from '../../../services/registers/import-report';
import type { Texts } from '../../views/texts';

/** Findings of a file in the language of a page or file. Heads of columns and cells stay as the person's own file has them. */
export function findingWords(texts: Texts): FindingWords & { reason(reason: Reason): string } {
  const { t, has, marks } = texts;

  function reason({ code, values = {}, also = [] }: Reason): string {
    const { count, sign } = values;
    const text = t(`findings:${code}`, {
      ...values,
      ...(typeof count === 'number' && {
        words: has(`findings:numbers.${count}`) ? t(`findings:numbers.${count}`) : count,
      }),
      ...(typeof sign === 'string' && { sign: t(`findings:signs.${sign}`) }),
    });
    return [text, ...also.map(reason)].join(marks.semicolon);
  }

  const cells = ({ column, value, width, reason: why, severity }: ImportIssue) => ({
    column: column === wholeRow ? t('findings:wholeRow') : column,
    value: width === undefined ? value : t('findings:width', { count: width }),
    reason: reason(why),
    severity: t(`registers:load.severities.${severity}`),
  });

  return {
    reason,
    cells,
    heads: ['row', 'line', 'column', 'value', 'reason', 'severity'].map((head) => t(`findings:heads.${head}`)),
    line(issue) {
      const said = cells(issue);
      return [said.severity, said.column, said.reason].join(marks.colon);
    },
    between: marks.semicolon,
  };
}
